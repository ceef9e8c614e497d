/**
 * Adds properties that are made when they are first read and then stay. They are the object's own, so that it can be spread and
 * sent to a worker like any other; both read them all.
 */
export function whenRead<Given extends object, Made extends object>(
  given: Given,
  make: { readonly [name in keyof Made]: (all: Given & Made) => Made[name] },
): Given & Made {
  const all = given as Given & Made;
  for (const name of Object.keys(make) as (keyof Made)[])
    Object.defineProperty(all, name, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = make[name](all);
        Object.defineProperty(all, name, { configurable: true, enumerable: true, value });
        return value;
      },
    });
  return all;
}
