/** A promise and the function that fulfils it: tests order events by these, never by sleeping. */
export type Deferred<T> = { promise: Promise<T>; resolve(value: T): void };

export function deferred<T = void>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}

/** What a promise came to: `done`, or the code (else the name) of its error. */
export function outcomeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Error)) return String(error);
      return 'code' in error ? String(error.code) : error.name;
    },
  );
}
