/** A statement that PostgreSQL parses and plans once for each connection: for what is asked all day. */
export interface NamedStatement {
  name: string;
  text: string;
  values: unknown[];
}
