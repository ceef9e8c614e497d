/** Something to read with that is not installed: it is optional, because it is large and not everyone needs it. */
export class MissingPackage extends Error {
  readonly what: string;
  readonly packages: readonly string[];
  constructor(what: string, packages: readonly string[]) {
    super(`to read ${what}, ${packages.join(' and ')} ${packages.length === 1 ? 'is' : 'are'} needed`);
    this.name = 'MissingPackage';
    this.what = what;
    this.packages = packages;
  }
}

/** Loads an optional package. Throws `MissingPackage` where it is not installed. */
export async function needed<Module>(
  load: () => Promise<Module>,
  what: string,
  packages: readonly string[],
): Promise<Module> {
  try {
    return await load();
  } catch (error) {
    if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new MissingPackage(what, packages);
  }
}
