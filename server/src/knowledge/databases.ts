import { anyOf, column, type Part } from './expressions.ts';

/** Something whose error numbers look like ThinQ's, and the libraries through which programs talk to it. */
interface Database {
  readonly name: string;
  /** Packages, classes and constants that only such a program names, in any case. */
  readonly signs: readonly Part[];
}

const DATABASES: readonly Database[] = [
  { name: 'MySQL, MariaDB', signs: ['mysql2?', 'mariadb', 'pymysql'] },
  { name: 'SQL Server', signs: ['mssql', 'tedious', 'pymssql', 'pyodbc', 'SqlException'] },
  { name: 'PostgreSQL', signs: ['psycopg2?'] },
  { name: 'any, through JDBC or PDO', signs: [/java\.sql/, 'PDOException', 'SQLSTATE'] },
  { name: 'any, through a mapper', signs: ['sequelize', 'typeorm', 'knex', 'sqlalchemy'] },
];

const database = new RegExp(`\\b${anyOf(column(DATABASES, ({ signs }) => signs))}\\b`, 'i');

/** Whether a text talks to something whose error numbers look like ThinQ's. */
export function usesDatabase(text: string): boolean {
  return database.test(text);
}
