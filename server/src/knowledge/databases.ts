import { anyOf, column, type Part, type Searched } from './expressions.ts';

/** Something whose error numbers look like ThinQ's, and the libraries through which programs talk to it. */
interface Database {
  readonly name: string;
  /** Packages, classes and constants that only such a program names, in any case. */
  readonly signs: readonly Part[];
}

const DATABASES: readonly Database[] = [
  {
    name: 'MySQL, MariaDB',
    signs: [
      'mysql2?',
      'mariadb',
      'pymysql',
      'mysqldb',
      'aiomysql',
      'asyncmy',
      'mysql_async',
      'MySqlConnector',
      'go-sql-driver',
    ],
  },
  {
    name: 'SQL Server',
    signs: [
      'mssql',
      'tedious',
      'pymssql',
      'pyodbc',
      'SqlException',
      'SqlClient',
      'sqlsrv',
      'mssqldb',
      'tiberius',
      'tiny_tds',
    ],
  },
  {
    name: 'PostgreSQL',
    signs: [
      'psycopg[23]?',
      'asyncpg',
      'pgx',
      'pgconn',
      'PgError',
      'tokio_postgres',
      'npgsql',
      '(?:from|require)\\W{1,3}pg(?=["\'])',
    ],
  },
  { name: 'any, through JDBC or PDO', signs: [/java\.sql/, 'PDOException', 'SQLSTATE'] },
  { name: "TypeScript's diagnostics", signs: ['(?:from|require)\\W{1,3}typescript'] },
  { name: 'any, through a mapper', signs: ['sequelize', 'typeorm', 'knex', 'sqlalchemy'] },
];

const database = new RegExp(`\\b${anyOf(column(DATABASES, ({ signs }) => signs))}\\b`, 'i');

/** Whether a text talks to something whose error numbers look like ThinQ's. */
export function usesDatabase(text: Searched): boolean {
  return text.has(database);
}

/** Whether a name says that something is a database's: `MYSQL_ERRORS`, `sqlServerCodes`. */
export function namesDatabase(name: string): boolean {
  return /sql|mariadb|postgres/i.test(name);
}

/** What databases and their mappers call their errors: `SqlException`, `MySQLError`, `OperationalError`. */
const databaseError =
  /sql\w{0,40}(?:Err(?:or)?|Exception)$|(?:^|\.)(?:Database|Operational|Integrity|Pg|Postgres|Query(?:Failed)?)(?:Error|Exception)$/i;

/** Whether a type is that of a database's errors. */
export function isDatabaseError(type: string): boolean {
  return databaseError.test(type);
}
