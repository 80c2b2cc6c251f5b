// JSON documents by kind and id, in the order in which they were first stored.
import type { Database } from './database'

export class Documents<Document> {
  readonly #put
  readonly #delete
  readonly #all
  readonly #one

  constructor(
    database: Database.Database,
    private readonly kind: 'app' | 'handset' | 'setting',
  ) {
    this.#put = database.prepare(
      'INSERT INTO document (kind, id, json) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json',
    )
    this.#delete = database.prepare('DELETE FROM document WHERE kind = ? AND id = ?')
    this.#all = database.prepare('SELECT id, json FROM document WHERE kind = ? ORDER BY rowid')
    this.#one = database.prepare('SELECT json FROM document WHERE kind = ? AND id = ?')
  }

  getAll(): ReadonlyMap<string, Document> {
    const rows = this.#all.all(this.kind) as { id: string; json: string }[]
    return new Map(rows.map(({ id, json }) => [id, JSON.parse(json) as Document]))
  }

  get(id: string): Document | undefined {
    const row = this.#one.get(this.kind, id) as { json: string } | undefined
    return row && (JSON.parse(row.json) as Document)
  }

  put(id: string, document: Document): void {
    this.#put.run(this.kind, id, JSON.stringify(document))
  }

  delete(id: string): void {
    this.#delete.run(this.kind, id)
  }
}
