import { access, chmod, constants, copyFile, mkdtemp, rm } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The steps by which a binary without the executable bit is made to run; replaced in tests. */
export interface BinaryHost {
  /** Path of the packaged binary. @throws Error where the package has none for this platform. */
  packaged(): string;
  isExecutable(path: string): Promise<boolean>;
  /** Sets mode 0755. @throws Error for a file that is another user's. */
  makeExecutable(path: string): Promise<void>;
  /** An executable copy of our own, gone at the process's end. */
  copy(path: string): Promise<string>;
}

const require = createRequire(import.meta.url);

const thisHost: BinaryHost = {
  packaged() {
    // Not an import: on a platform without a binary the package throws, which must not stop the harness.
    const installer = require('@ffprobe-installer/ffprobe') as { readonly path: string };
    return installer.path;
  },
  async isExecutable(path) {
    return access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
  },
  async makeExecutable(path) {
    await chmod(path, 0o755);
  },
  async copy(path) {
    const folder = await mkdtemp(join(tmpdir(), 'soundcheck-ffprobe-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const target = join(folder, 'ffprobe');
    try {
      await copyFile(path, target);
      await chmod(target, 0o755);
      return target;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
  },
};

/**
 * Finds an ffprobe that can be run: the packaged one, whose file mode npm leaves at 0744 or less because it does not
 * run the package's postinstall, so that only its owner may run it; else a copy; else `ffprobe` on the PATH.
 */
export async function findFfprobe(host: BinaryHost = thisHost): Promise<string> {
  try {
    const path = host.packaged();
    if (await host.isExecutable(path)) {
      return path;
    }
    return await host.makeExecutable(path).then(
      () => path,
      () => host.copy(path),
    );
  } catch {
    // Neither packaged for this platform nor to be copied: the system's own is the last resort,
    // and when there is none either, running it says so.
    return 'ffprobe';
  }
}
