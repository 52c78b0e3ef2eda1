import type { MacChange, SignatureMaking } from '#contracts/signature-making.ts';
import type { ForgedSignature, SigningRecipe } from '#harness/result.ts';

const encoders = {
  base64: 'unhex | openssl base64 -A',
  hex: 'cat',
  'base64-of-hex': "tr -d '\\n' | openssl base64 -A",
} as const;

/**
 * Functions of the shell that make signatures with the key of `CALLBACK_KEY`, rightly (`sign PREFIX FILE`) and, from
 * their parts, otherwise. The HMAC is made by its definition out of plain digests: as an argument of openssl the key
 * would stand in the list of processes for every user of the machine to read. MACs are hexadecimal digits in between.
 */
export function signingFunctions({ algorithm, encoding }: SigningRecipe): readonly string[] {
  return [
    '# The key is an argument of no program, only of commands that are built into the shell (printf in sh, bash, ksh).',
    "hex() { od -An -v -tx1 | tr -d ' \\n'; }",
    'bytes() { # hexadecimal digits, mask: each byte xor the mask',
    '  rest=$1 out=',
    '  while [ -n "$rest" ]; do',
    '    tail=${rest#??}',
    '    byte=$((0x${rest%"$tail"} ^ ${2:-0})) rest=$tail',
    '    out="$out\\\\0$((byte / 64))$((byte / 8 % 8))$((byte % 8))"',
    '  done',
    '  printf %b "$out"',
    '}',
    'unhex() { bytes "$(cat)"; }',
    'digest() { openssl dgst -"$1" -binary | hex; }',
    'hmac() { # hash, key in hexadecimal: the MAC of the input, by RFC 2104',
    '  case $1 in sha512) size=256 ;; *) size=128 ;; esac',
    '  block=$2',
    '  [ ${#block} -le $size ] || block=$(bytes "$block" | digest "$1")',
    '  while [ ${#block} -lt $size ]; do block=${block}00; done',
    '  inner=$({ bytes "$block" 54; cat; } | digest "$1")',
    '  { bytes "$block" 92; bytes "$inner"; } | digest "$1"',
    '}',
    'key=$(printf %s "$CALLBACK_KEY" | hex)',
    'sign() { # text before the body, file',
    `  { printf %s "$1"; cat "$2"; } | hmac ${algorithm} "$key" | ${encoders[encoding]}`,
    '}',
  ];
}

/** What is done to a MAC in hexadecimal digits. */
const macFilters: Readonly<Record<MacChange, readonly string[]>> = {
  none: [],
  'last-byte': [
    'awk \'{ n = length($0); at = index("0123456789abcdef", substr($0, n)); printf "%s%s", substr($0, 1, n - 1), substr("1032547698badcfe", at, 1) }\'',
  ],
  reversed: ['awk \'{ for (i = length($0) - 1; i > 0; i -= 2) printf "%s", substr($0, i, 2) }\''],
  'high-bits': ['{ bytes "$(cat)" 128 | hex; }'],
  unreadable: ["sed 's/../& /g; s/ff /FE/g; s/[89a-f][0-9a-f] /ff/g; s/FE/fe/g; s/ //g'"],
};

/**
 * A word of the shell that stands for a forged signature.
 * @param file where the script has the signed bytes, as a word of the shell.
 */
export function forgedSignature(
  forged: Exclude<ForgedSignature, { readonly way: 'literal' }>,
  file: string,
): string {
  const filters = [
    macCommand(forged, file),
    ...macFilters[forged.bytes],
    encoders[forged.encoding],
    ...textFilters(forged),
  ];
  return `$(${filters.join(' | ')})`;
}

type Making = Omit<SignatureMaking, 'input'>;

function macCommand({ way, hash, keySuffix }: Making, file: string): string {
  const keyWord = `"\${key}${Buffer.from(keySuffix).toString('hex')}"`;
  switch (way) {
    case 'hmac':
      return `hmac ${hash} ${keyWord} < ${file}`;
    case 'hash-behind-key':
      return `{ bytes ${keyWord}; cat ${file}; } | digest ${hash}`;
    case 'hmac-of-key':
      return `bytes ${keyWord} | hmac ${hash} "$(hex < ${file})"`;
  }
}

const macLengths = { md5: 16, sha1: 20, sha256: 32, sha512: 64 } as const;

/** Characters of a MAC as text. */
function textLength({ hash, encoding }: Making): number {
  const bytes = macLengths[hash] * (encoding === 'base64' ? 1 : 2);
  return encoding === 'hex' ? bytes : 4 * Math.ceil(bytes / 3);
}

function textFilters(making: Making): readonly string[] {
  const half = String(Math.floor(textLength(making) / 2));
  switch (making.text) {
    case 'none':
      return [];
    case 'first-half':
      return [`cut -c1-${half}`];
    case 'first-character':
      return ['cut -c1'];
    case 'one-character': {
      const before = String.raw`^\(.\{${half}\}\)`;
      const a = making.encoding === 'hex' ? '[Aa]' : 'A';
      return [String.raw`sed -e 's/${before}${a}/\1B/' -e t -e 's/${before}./\1A/'`];
    }
    case 'other-case':
      return ["tr 'a-zA-Z' 'A-Za-z'"];
  }
}
