/** Sampling frequencies in Hz by their index, ISO/IEC 14496-3 1.6.3.4. */
export const aacSampleRatesHz: readonly number[] = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8000,
  7350,
];

/** Samples that one AAC-LC frame carries for each channel. */
export const samplesPerAacFrame = 1024;

/** Index of a sampling frequency. @throws RangeError for a frequency that AAC does not list. */
export function aacSampleRateIndex(sampleRateHz: number): number {
  const index = aacSampleRatesHz.indexOf(sampleRateHz);
  if (index < 0) {
    throw new RangeError(`AAC lists no sample rate of ${sampleRateHz} Hz`);
  }
  return index;
}
