type Shelf = 'outbox' | 'draft-images';

let opened: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open('roost', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('outbox');
      request.result.createObjectStore('draft-images');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps no data'));
  });
  return opened;
}

async function run<T>(shelf: Shelf, mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(shelf, mode);
    const request = act(transaction.objectStore(shelf));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error('Not stored'));
  });
}

/** What must survive closing the page and is too large, or holds files, for localStorage. */
export const localDatabase = {
  all: <T>(shelf: Shelf) => run<T[]>(shelf, 'readonly', (store) => store.getAll() as IDBRequest<T[]>),
  get: <T>(shelf: Shelf, key: string) =>
    run<T | undefined>(shelf, 'readonly', (store) => store.get(key) as IDBRequest<T | undefined>),
  put: (shelf: Shelf, key: string, value: unknown) => run(shelf, 'readwrite', (store) => store.put(value, key)),
  delete: (shelf: Shelf, key: string) => run(shelf, 'readwrite', (store) => store.delete(key)),
};
