import { anyOf, column, type Part, type Searched, wholeName } from './expressions.ts';
import { HOLDERS, SERIALIZERS } from './functions.ts';

/**
 * A web framework, as far as the names that its programs use tell what they do. Cells are parts of regular expressions;
 * a framework needs only those in which it differs from the rest: the first row holds what most of them share.
 */
interface WebFramework {
  readonly name: string;
  /** In names of functions, annotations and attributes that register a path, in any case: `mappings?$` in `@PostMapping`. */
  readonly routes?: readonly Part[];
  /** In names of those that set a path before the paths of others, in any case: `group` in `r.Group("/v1")`. */
  readonly prefixes?: readonly Part[];
  /** In names of those that put one router under a path of another, in any case: `include` in `app.include_router(…)`. */
  readonly mounts?: readonly Part[];
  /** In names of those whose routes stand behind them in one chain, in any case: `scope("/v1").route(…)`. */
  readonly chains?: readonly Part[];
  /** Words between a path and what serves it, or the routes below it: `"/v1" bind routes(…)`. */
  readonly binds?: readonly string[];
  /** Members of a router that it is mounted by: `router.routes()`. */
  readonly mountedBy?: readonly string[];
  /** Functions whose block serves a path, by the languages whose patterns ask for them: `post("/x") { … }`. */
  readonly blocks?: { readonly [language: string]: readonly string[] };
  /** Functions that answer with what they are given, in any case: `jsonify`. */
  readonly responds?: readonly Part[];
  /** What an answer is written to, by the names that programs give it: `res`. */
  readonly writers?: readonly string[];
  /** Functions that end a request with an error: `halt`. */
  readonly aborts?: readonly string[];
  /**
   * What puts a place for what is answered to errors to work, in any case: `rescue_from NotFound`, `app.onError(…)`; no
   * mere name.
   */
  readonly errorHandlers?: readonly Part[];
  /** In a text whose answers pass through something that may put more into them, in any case: `@Controller`. */
  readonly wrapsAnswers?: readonly Part[];
  /** In names of functions that take a status, in any case: `abort` in `abort(404)`. */
  readonly takesStatus?: readonly Part[];
  /** Functions and properties that set the status of a response, in any case: `res.status(404)`, `response.status = 404`. */
  readonly setsStatus?: readonly Part[];
  /** Whose members statuses are: `HttpStatus` in `HttpStatus.NOT_FOUND`. */
  readonly statuses?: readonly Part[];
  /** Functions and classes that are named after a failure: `notFound` in `.notFound()`, `new NotFoundException()`. */
  readonly failures?: readonly Part[];
}

const WEB_FRAMEWORKS: readonly WebFramework[] = [
  {
    name: 'most',
    routes: [/(?:post|(?<!in|out)put|patch|route|path|request)s?$/, /^(?:get|all|delete)$/, /^route/],
    prefixes: ['route', 'path', 'prefix', 'url', 'group'],
    mounts: ['mount'],
    chains: [/^(?:prefix|group)$/],
    responds: ['json', 'send', 'respond', 'reply', 'render', 'write\\w*', 'encode', 'ok', 'body', 'return', 'success'],
    writers: ['response', 'resp', 'context', 'writer'],
    errorHandlers: [
      // `setErrorHandler(f)`, `@app.errorhandler(404)`, `HTTPErrorHandler = f`, `use(errorHandler)`
      /(?:error|exception)_?handlers?\s*(?:[(=:](?!=)|\)\s*[;,)\n])/,
      /@[\w.]*(?:error|exception)_?handler\b/,
    ],
    wrapsAnswers: ['interceptor', 'middleware'],
    takesStatus: ['status', 'response', 'json', 'error', 'result', 'fail', 'render', 'write', 'return'],
    setsStatus: ['set_?status(?:_?code)?', 'status(?:_?code)?'],
    failures: ['[nN]otFound', '[bB]adRequest', '[uU]nauthorized', '[iI]nternalServerError'],
  },
  {
    name: 'Express',
    prefixes: ['use', 'router'],
    mounts: ['use'],
    writers: ['res'],
    errorHandlers: [/\.use\(\s*(?:async\s*)?(?:function\s*)?\(\s*err/],
    takesStatus: ['send'],
  },
  {
    name: 'Fastify',
    prefixes: ['register'],
    mounts: ['register'],
    writers: ['reply'],
    takesStatus: ['reply', /^code$/],
  },
  { name: 'Koa', prefixes: ['use'], mounts: ['use'], mountedBy: ['routes'], writers: ['ctx'] },
  {
    name: 'NestJS',
    prefixes: ['controller'],
    errorHandlers: [/implements\s+exception_?filter/, /@UseFilters\b/, /useGlobalFilters\(/],
    wrapsAnswers: [/@Controller\b/],
  },
  {
    name: 'Hono, Elysia',
    mounts: ['use'],
    writers: ['c'],
    errorHandlers: [/\b(?:app|router|server|api|\w+App)\.onError\(/],
  },
  { name: 'FastAPI', routes: [/^api_route/], prefixes: ['include', 'router'], mounts: ['include'] },
  {
    name: 'Flask',
    routes: [/url(?:_rule)?s?$/, /add_url_rule/],
    prefixes: ['blueprint', 'register'],
    mounts: ['register'],
    responds: ['jsonify'],
    takesStatus: ['abort'],
  },
  { name: 'Django', routes: [/(?:path|url)s?$/], prefixes: ['include'], mounts: ['include'] },
  { name: "Python's own", statuses: ['HTTPStatus'] },
  {
    name: 'Spring',
    routes: [/mappings?$/],
    prefixes: ['mapping', 'controller'],
    errorHandlers: [/@(?:Rest)?ControllerAdvice\b/],
    wrapsAnswers: [/@(?:Rest)?Controller\b/, 'ResponseBodyAdvice'],
    statuses: ['HttpStatus'],
  },
  { name: 'JAX-RS', errorHandlers: [/implements\s+exception_?mapper/], statuses: [/(?:Response\.)?[sS]tatus/] },
  {
    name: 'Ktor',
    blocks: { kotlin: ['route', 'get', 'post', 'put', 'patch', 'delete'] },
    writers: ['call'],
    errorHandlers: [/install\(\s*StatusPages\b/],
    takesStatus: ['respond'],
    statuses: ['HttpStatusCode'],
  },
  { name: 'http4k', binds: ['bind'] },
  { name: 'Vapor', chains: [/^grouped$/] },
  { name: 'shelf', mountedBy: ['call'] },
  { name: 'Vert.x, Undertow', writers: ['exchange'] },
  {
    name: 'ASP.NET Core',
    routes: [/^http(?:get|any|all|delete)$/, /^map(?:get|delete|methods|controllerroute|fallback)?$/],
    prefixes: ['mapgroup', 'area', 'controller'],
    chains: [/^mapgroup$/],
    statuses: ['StatusCodes?'],
  },
  { name: "Go's own", routes: [/handle(?:func|r)?s?$/], responds: ['encode'], writers: ['w', 'rw'] },
  { name: 'Gin, Echo, Chi, Fiber', routes: [/^any$/], prefixes: ['group', 'mount'], mounts: ['mount'], writers: ['c'] },
  {
    name: 'Laravel, Symfony, Slim',
    routes: [/matchs?$/, /^any$/],
    prefixes: ['group', 'resource', 'controller'],
    aborts: ['abort'],
    takesStatus: ['abort'],
    // The other one is the owner of an owner.
    statuses: [/Response(?!\.[sS]tatus)/],
  },
  {
    name: 'Rails, Sinatra, Grape',
    routes: [/matchs?$/],
    prefixes: ['scope', 'namespace', 'resource', 'mount'],
    aborts: ['halt'],
    errorHandlers: [/\brescue_from\b\s*[(:\w]/],
  },
  {
    name: 'Axum, Actix, Rocket, Warp',
    prefixes: ['nest', 'scope', 'mount'],
    mounts: ['nest'],
    chains: [/^scope$/],
    statuses: ['StatusCode'],
  },
];

/** Keys under which data has a path: of an event, a rewrite, a request of a mock. */
const PATH_KEYS = [
  ...['path', 'route', 'rule', 'pattern', 'endpoint', 'ur[il]', 'source', 'raw'],
  // serverless.com
  ...['http', 'httpApi'],
  // WireMock
  ...['urlPath', 'urlPattern', 'urlPathPattern', 'urlPathTemplate'],
];
const pathKey = wholeName(PATH_KEYS, 'i');

/** Whether a path stands under a key of data, going by its name. */
export function isPathKey(key: string): boolean {
  return pathKey.test(key);
}

const inName = (cellsOf: (row: WebFramework) => readonly Part[] | undefined): RegExp =>
  new RegExp(anyOf(column(WEB_FRAMEWORKS, cellsOf)), 'i');

const route = inName(({ routes }) => routes);
const prefix = inName(({ prefixes }) => prefixes);
const mount = inName(({ mounts }) => mounts);
const chain = inName(({ chains }) => chains);
const binding = new RegExp(`^["'\`]?\\s*${anyOf(column(WEB_FRAMEWORKS, ({ binds }) => binds))}\\b`);
const MOUNTED_BY = column(WEB_FRAMEWORKS, ({ mountedBy }) => mountedBy);
const answerWrapper = inName(({ wrapsAnswers }) => wrapsAnswers);
const errorHandler = inName(({ errorHandlers }) => errorHandlers);
const takesStatusInName = inName(({ takesStatus }) => takesStatus);
const RESPONDS = column(WEB_FRAMEWORKS, ({ responds }) => responds);
/** Any function whose name says that it responds may do so. */
const response = wholeName([...RESPONDS, 'respond\\w*', '\\w*response\\w*', 'toJson', 'return\\w*'], 'i');
/** `&w`, `*w`, `$response` */
const writer = new RegExp(`^[&*$]*${anyOf(column(WEB_FRAMEWORKS, ({ writers }) => writers))}$`);
/** What takes a body or an item as it is besides. */
const TAKES_BODY = ['body\\w*', '(?:http)?response\\w*', 'abort'];
const keeper = wholeName([...RESPONDS, ...TAKES_BODY, ...SERIALIZERS, ...HOLDERS], 'i');

const answerer = wholeName([...RESPONDS, ...TAKES_BODY, ...SERIALIZERS], 'i');

/** Whether a function, annotation or attribute registers a path, going by its name. */
export function registersRoute(name: string): boolean {
  return route.test(name);
}

/** Whether one sets a path before the paths of others. */
export function setsPathPrefix(name: string): boolean {
  return prefix.test(name);
}

/** Whether one puts a router under a path of another. */
export function mountsRouter(name: string): boolean {
  return mount.test(name);
}

/** Whether one sets a path before those that stand behind it in its chain. */
export function beginsChain(name: string): boolean {
  return chain.test(name);
}

/** Whether a path is bound to what serves it by a word. @param behind the text behind the path, its quote included */
export function bindsPath(behind: string): boolean {
  return binding.test(behind);
}

/** A router that is given to a call, or a function that makes one: `router`, `router.routes()`, `power()`; its name is a group. */
export const GIVEN_ROUTER = new RegExp(
  `[([,]\\s*([A-Za-z_$][\\w$]*)(?:\\.${anyOf(MOUNTED_BY)})?(?:\\(\\s*\\))?\\s*(?=[,)\\]])`,
  'g',
);

/** Whether one only begins a route, which is told behind it what to serve: `route("/x").get(serve)`. */
export function beginsRoute(name: string): boolean {
  return /^(?:route|path)$/i.test(name);
}

/** The functions of a language whose block serves a path. @param language as the rows call it */
export function servingBlocks(language: string): readonly string[] {
  return column(WEB_FRAMEWORKS, ({ blocks }) => blocks?.[language]);
}

/** Whether a function answers with what it is given, going by its name. */
export function responds(name: string): boolean {
  return response.test(name);
}

/** Whether a function takes a body or an item as it is; any other may add to it. */
export function keepsBody(name: string): boolean {
  return keeper.test(name);
}

/** Whether a function answers with the body that it is given, or makes the text of one. */
export function answersWith(name: string): boolean {
  return answerer.test(name);
}

/** Whether an argument is what an answer is written to: who is given it may answer. */
export function isResponseWriter(argument: string): boolean {
  return writer.test(argument);
}

/** Whether a function only makes what an answer is written with, going by its name: `newEncoder`. */
export function makesWriter(name: string): boolean {
  return /(?:encoder|writer|mapper)$/i.test(name);
}

/** Whether a function by this path answers a request: `res.status(500).json`, `w.Write`. */
export function answersRequest(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  return path.slice(0, -1).some(isResponseWriter) && (responds(last) || /^(?:send|end|write|status)/i.test(last));
}

/** Functions that end a request with an error. */
export const ABORTS: readonly string[] = column(WEB_FRAMEWORKS, ({ aborts }) => aborts);

/** Whether a program's text has a place of its own for what is answered to errors. */
export function handlesErrorsApart(text: Searched): boolean {
  return text.has(errorHandler);
}

/** Whether answers of a program's text pass through something that may put more into them. */
export function wrapsAnswers(text: Searched): boolean {
  return text.has(answerWrapper);
}

/** Whether a function takes a status, going by its name. */
export function takesStatus(name: string): boolean {
  return takesStatusInName.test(name);
}

/** Functions and properties that set the status of a response. */
export const STATUS_SETTERS: readonly Part[] = column(WEB_FRAMEWORKS, ({ setsStatus }) => setsStatus);

/**
 * What stands in front of a status's name: the owner whose member it is, or what a call begins with that is named after
 * a failure.
 */
export const BEFORE_STATUS: readonly string[] = [
  `\\b${anyOf(column(WEB_FRAMEWORKS, ({ statuses }) => statuses))}(?:\\.|::)(?:SC_)?`,
  `(?<=[.\\s])(?=${anyOf(column(WEB_FRAMEWORKS, ({ failures }) => failures))}(?:Exception)?\\s*\\()`,
];
