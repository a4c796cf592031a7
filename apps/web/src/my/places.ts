const STORE = 'kept';

const promised = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error));
  });

const open = (): Promise<IDBDatabase> => {
  const opening = indexedDB.open('dragoman-my', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(STORE));
  return promised(opening);
};

let database: Promise<IDBDatabase> | undefined;

/** Opened when it is first needed; a browser that refuses once is asked again. */
const theStore = async (mode: IDBTransactionMode): Promise<IDBObjectStore> => {
  database ??= open();
  try {
    return (await database).transaction(STORE, mode).objectStore(STORE);
  } catch (error) {
    database = undefined;
    throw error;
  }
};

/** Until it is on the disk of the phone. */
const done = ({ transaction }: IDBObjectStore): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    for (const end of ['abort', 'error']) transaction.addEventListener(end, () => reject(transaction.error));
  });

const write = async (work: (store: IDBObjectStore) => void): Promise<void> => {
  const store = await theStore('readwrite');
  work(store);
  return done(store);
};

/** Names and values on this phone, for as long as nobody takes them away. Rejected where the browser keeps nothing for us. */
export const keep = (name: string, value: unknown): Promise<void> => write((store) => store.put(value, name));
export const drop = (name: string): Promise<void> => write((store) => store.delete(name));
export const dropAll = (): Promise<void> => write((store) => store.clear());

export const keptEntries = async (): Promise<[string, unknown][]> => {
  const store = await theStore('readonly');
  const [names, values] = await Promise.all([promised(store.getAllKeys()), promised<unknown[]>(store.getAll())]);
  return names.map((name, at) => [String(name), values[at]]);
};
