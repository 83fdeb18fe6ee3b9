import { anyOf, column, type Part } from './expressions.ts';

/** A product whose error numbers may be four digits as ThinQ's are, and how a text shows that it is spoken of. */
interface Product {
  readonly name: string;
  /** Words and marks that stand in its logs and in what is written about it, in any case. */
  readonly signs: readonly Part[];
}

const PRODUCTS: readonly Product[] = [
  {
    name: 'MySQL, MariaDB',
    signs: [
      'mysql\\w*',
      'mariadb',
      'pymysql',
      'innodb',
      /\(HY000\)/,
      /\(\d\d\w\d\d\)/,
      'ER_[A-Z_]+',
      /lock wait timeout/,
      'deadlock',
    ],
  },
  {
    name: 'SQL Server',
    signs: [/msg \d+, level \d+/, /sql ?server/, 'mssql', 'SqlException', 'pyodbc', 'varbinary', 'n?varchar'],
  },
  {
    name: 'any database',
    signs: [
      'SQLSTATE',
      'postgres\\w*',
      'psycopg2?',
      'sqlite',
      /ORA-\d+/,
      'oracle',
      'mongo(?:db)?',
      'redis',
      'sequelize',
    ],
  },
  { name: 'TypeScript', signs: [/TS\d{4}/, 'typescript', 'tsc'] },
  {
    name: 'Windows',
    signs: [
      'windows',
      /system error \d+/,
      'win32\\w*',
      'GetLastError',
      /event id/,
      'HRESULT',
      /net helpmsg/,
      'netlogon',
    ],
  },
  { name: 'web servers', signs: ['nginx', 'apache', 'httpd', /\d+#\d+:/, 'haproxy', 'mpm_\\w+'] },
  { name: 'Kubernetes', signs: ['kubelet', 'kubernetes', 'kubectl', 'k8s', 'pod'] },
  { name: 'vehicles', signs: ['OBD(?:-?II?)?', 'DTC', 'CAN ?(?:bus|ids?|frames?)', /can\d/, 'ECU'] },
  {
    name: 'payment',
    signs: [
      'inicis',
      '(?:nice|kakao|naver|toss)_?pay(?:ments)?',
      'kicc',
      'iamport',
      'portone',
      'stripe',
      'paypal',
      'acquirer',
    ],
  },
  { name: 'messages', signs: ['twilio', 'coolsms', 'solapi', 'aligo', 'sms', 'smtp', /발신번호|수신번호/] },
  { name: "Korea's public data", signs: [/공공 ?데이터/, /data\.go\.kr/, 'odcloud', 'serviceKey'] },
  { name: 'games', signs: [/game server/, 'steamworks', 'playstation', 'xbox', 'nintendo'] },
];

const product = new RegExp(
  `(?<![\\p{L}\\p{N}_])${anyOf(column(PRODUCTS, ({ signs }) => signs))}(?![\\p{L}\\p{N}_])`,
  'iu',
);

/** Whether a text speaks of something whose error numbers are its own. */
export function speaksOfOtherProduct(text: string): boolean {
  return product.test(text);
}

/** What else sends the same everyday texts: `Invalid token`, `Unknown error`. Its numbers are none that could be ThinQ's. */
const SERVICES: readonly Part[] = [
  'discord',
  'telegram',
  'slack',
  'oauth2?',
  'auth0',
  'jwt',
  'jsonwebtoken',
  'keycloak',
  'cognito',
  'firebase',
  'openai',
  'anthropic',
  'tuya\\w*',
  'smartthings',
  'google home',
  'alexa',
  'hue',
  'kafka',
  'git(?:hub|lab)',
];
const service = new RegExp(`(?<![\\p{L}\\p{N}_])${anyOf(SERVICES)}(?![\\p{L}\\p{N}_])`, 'iu');

/** Whether a text speaks of something whose messages are its own. */
export function speaksOfOtherService(text: string): boolean {
  return service.test(text) || product.test(text);
}
