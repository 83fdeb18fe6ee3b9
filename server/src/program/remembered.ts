/** What was found out, of which that goes first which was not asked for the longest. */
export class Remembered<T> {
  private readonly values = new Map<string, T>();

  /** @param most so many are kept */
  constructor(private readonly most: number) {}

  /** What is known, else what is found now. */
  get(key: string, find: () => T): T {
    const value = this.values.get(key) ?? find();
    this.values.delete(key);
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) break;
      this.values.delete(oldest);
    }
    return value;
  }

  /** What is known. */
  peek(key: string): T | undefined {
    return this.values.get(key);
  }

  set(key: string, value: T): void {
    this.values.set(key, value);
  }

  forget(key: string): void {
    this.values.delete(key);
  }

  get size(): number {
    return this.values.size;
  }

  clear(): void {
    this.values.clear();
  }
}
