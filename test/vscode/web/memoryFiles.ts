import * as vscode from 'vscode';

/** A file system that lies on no disk. A folder is there as long as a file is in it. */
export class MemoryFiles implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  private readonly files: Promise<Map<string, Uint8Array>>;
  readonly onDidChangeFile = this.changes.event;

  constructor(seeds: Promise<ReadonlyMap<string, Uint8Array>>) {
    this.files = seeds.then((files) => new Map(files));
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const files = await this.files;
    const bytes = files.get(uri.path);
    const times = { ctime: 0, mtime: 0 };
    if (bytes) return { type: vscode.FileType.File, size: bytes.length, ...times };
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    if (uri.path !== '/' && ![...files.keys()].some((path) => path.startsWith(start))) throw absent(uri);
    return { type: vscode.FileType.Directory, size: 0, ...times };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const start = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const below = [...(await this.files).keys()].filter((path) => path.startsWith(start));
    if (below.length === 0 && uri.path !== '/') throw absent(uri);
    const entries = below.map((path): [string, vscode.FileType] => {
      const [name = '', ...rest] = path.slice(start.length).split('/');
      return [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
    });
    return [...new Map(entries)];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const bytes = (await this.files).get(uri.path);
    if (!bytes) throw absent(uri);
    return bytes;
  }

  async writeFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
    const files = await this.files;
    const type = files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    files.set(uri.path, bytes);
    this.changes.fire([{ type, uri }]);
  }

  async delete(uri: vscode.Uri): Promise<void> {
    (await this.files).delete(uri.path);
    this.changes.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  createDirectory(): void {}

  rename(): void {
    throw vscode.FileSystemError.NoPermissions('Nothing is renamed here.');
  }
}

function absent(uri: vscode.Uri): vscode.FileSystemError {
  return vscode.FileSystemError.FileNotFound(uri);
}
