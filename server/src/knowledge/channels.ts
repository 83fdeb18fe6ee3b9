import { anyOf, column, type Part, wholeName } from './expressions.ts';

/**
 * What a call of a library does with the error of something that may fail. What it is given to deal with the error is
 * read as any handler is: the error is dropped where its code is not read and nothing is passed on.
 *
 * RxJS's `catchError` is `{ calls: ['catchError'], by: 0, guards: 'piped' }`.
 */
export interface Catching {
  /** What is called, by its last word; a library whose words are common says what stands before it, too. */
  readonly calls: readonly string[];
  /** The words before it, joined by dots, where its own are common: `interceptors\.response` of `use`. */
  readonly on?: RegExp;
  /**
   * Which of its arguments deals with the error: its place, counted from the end where that is negative, or the keys
   * under which it stands. `none` where none does and the error is gone: `onErrorReturn(x)`, `.ok()`. `decorated` where
   * it is a decorator, and the function behind it deals with the error: `@ExceptionHandler`.
   */
  readonly by: number | readonly string[] | 'none' | 'decorated';
  /** Which parameter of that function is the error, counted as arguments are; the first where nothing is said. */
  readonly parameter?: number;
  /**
   * Which of its arguments, or whether that parameter or what it is called on, names the types that it is there for, or
   * whether the function asks for them; any error where nothing is said.
   */
  readonly types?: number | 'parameter' | 'receiver' | 'asked';
  /** Under which member of that parameter, or of what is asked for there, the error is. */
  readonly member?: string;
  /**
   * What may fail: what it is called on, whose client counts as well; what the call around it is called on
   * (`pipe(catchError(…))`); what it is given beside that; or the function behind it, where it is a decorator. A `result`
   * is what it is called on, too, but holds the failure: no more than the calls in a row, or what its name was given.
   * `given` is the block of whatever it is given to, `configured` all that goes through what it stands in, `made` all that
   * goes through what it makes, `any` whatever fails with one of its types.
   */
  readonly guards:
    | 'receiver'
    | 'made'
    | 'result'
    | 'piped'
    | 'arguments'
    | 'decorated'
    | 'given'
    | 'configured'
    | 'any';
  /** The failure goes on behind it, so that it is dropped only where nobody takes what the call gives. */
  readonly goesOn?: true;
  /** How many arguments it has, where it means something else with more or fewer. */
  readonly given?: number;
  /** What the source text of what it is called on must hold, where something else has a call by the same name. */
  readonly receiver?: RegExp;
  /** What its arguments must hold for the error to be gone: `raise_on_giveup=False`. */
  readonly only?: RegExp;
  /** What in its arguments shows that the error is looked at, or goes on, all the same: `giveup=is_fatal`. */
  readonly unless?: RegExp;
}

/** What stands for several attempts that may each have failed: `Promise.allSettled`, `gather(return_exceptions=True)`. */
export interface Settling {
  readonly calls: readonly string[];
  /** The argument that makes it so, without blanks, where it does not always. */
  readonly only?: string;
  /** Under which member an attempt holds its error; where there is none, the error stands in the place of the result. */
  readonly reason?: string;
  /** What asks whether an attempt has failed, where no type is asked for: `status === 'rejected'`. */
  readonly asks?: RegExp;
}

/** What gives an object that holds an error, where there is one, as one of its members: `const { data, isError } = useQuery(…)`. */
export interface Holding {
  readonly calls: readonly string[];
  /** The members that are the error. */
  readonly error: readonly string[];
  /** The members that only say that there is one. */
  readonly asks: readonly string[];
}

/** Where the errors of a library end, besides the statements that a language has for them. */
export interface ErrorChannel {
  readonly name: string;
  /** Ids of the languages in whose patterns its words stand. */
  readonly languages: readonly string[];
  /** Its calls that are given what deals with an error. */
  readonly catching?: readonly Catching[];
  /** What in a program shows that it uses the library, where other libraries have calls by these names. */
  readonly sign?: RegExp;
  /** Members of what holds a value or an error that give no error: `isSuccess`, `map`. */
  readonly asks?: readonly string[];
  /** Its calls that give results and errors side by side. */
  readonly settling?: readonly Settling[];
  /** Its calls that give what holds an error. */
  readonly holding?: readonly Holding[];
  /** Methods that are given a function which gets the error; patterns name them as `"$handlers"`. */
  readonly handlers?: readonly string[];
  /** Cases of what holds a value or an error: those with an error, and those without one. */
  readonly failed?: readonly string[];
  readonly went?: readonly string[];
  /** What is given a type of errors in angle brackets, and deals with them; patterns name them as `"$typed"`. */
  readonly typed?: readonly string[];
  /** Words by which code passes an error on, or gets hold of one. */
  readonly fails?: readonly string[];
  /** What hands on as a failure whatever it is given; parts of regular expressions over whole dotted paths. */
  readonly hands?: readonly Part[];
  /** Those of `handlers`, or methods like them, whose function gives the error that takes the place of the one caught. */
  readonly replaces?: readonly string[];
}

const JVM = ['java', 'kotlin'];

/** What is waited for, or a name: it holds an error rather than nothing. */
const RESULT = /\.await\s{0,40}$|^\w{0,80}(?:result|res|outcome)\w{0,80}$/;

/** A function among arguments, written there or named: `x -> y`, `() => y`, `X::y`. */
const FUNCTION = /=>|->|::|\{/;

/** What asks a server through a cache, and holds the error as well as the data. */
const QUERIES = [
  ...['useQuery', 'useMutation', 'useInfiniteQuery', 'useSuspenseQuery', 'createQuery', 'createMutation'],
  ...['createInfiniteQuery', 'injectQuery', 'injectMutation'],
];

/** Every channel. */
export const ERROR_CHANNELS: readonly ErrorChannel[] = [
  {
    name: 'promises',
    languages: ['javascript'],
    settling: [
      {
        calls: ['allSettled'],
        reason: 'reason',
        asks: /['"`](?:fulfilled|rejected)['"`]|^is_?(?:fulfilled|rejected)$/i,
      },
    ],
    fails: ['reject'],
    hands: ['(?:.*\\.)?reject'],
  },
  {
    name: 'RxJS',
    languages: ['javascript'],
    catching: [
      { calls: ['catchError'], by: 0, guards: 'piped' },
      { calls: ['onErrorResumeNext', 'onErrorResumeNextWith'], by: 'none', guards: 'piped' },
      { calls: ['subscribe'], by: 1, guards: 'receiver' },
      { calls: ['subscribe'], by: ['error'], guards: 'receiver' },
      { calls: ['tapResponse'], by: 1, guards: 'piped' },
      { calls: ['tapResponse'], by: ['error'], guards: 'piped' },
    ],
    hands: ['throwError'],
  },
  {
    name: 'Axios',
    languages: ['javascript'],
    catching: [{ calls: ['use'], on: /(?:^|\.)interceptors\.response$/, by: 1, guards: 'receiver' }],
  },
  {
    name: 'Ky, Got',
    languages: ['javascript'],
    catching: [{ calls: ['create', 'extend'], on: /^(?:ky|got)$/, by: ['beforeError'], guards: 'made' }],
  },
  {
    name: 'TanStack Query',
    languages: ['javascript'],
    sign: /\b(?:react|vue|solid|svelte|angular)-query\b|\bsvelte-query\b/,
    catching: [
      { calls: QUERIES, by: ['onError'], guards: 'arguments' },
      { calls: ['mutate', 'mutateAsync'], by: ['onError'], guards: 'receiver' },
    ],
    holding: [
      { calls: QUERIES, error: ['error', 'failureReason'], asks: ['isError', 'isLoadingError', 'isRefetchError'] },
    ],
  },
  {
    name: 'SWR',
    languages: ['javascript'],
    sign: /\bswr\b/,
    catching: [{ calls: ['useSWR', 'useSWRMutation', 'useSWRInfinite'], by: ['onError'], guards: 'arguments' }],
    holding: [{ calls: ['useSWR', 'useSWRMutation', 'useSWRInfinite'], error: ['error'], asks: [] }],
  },
  {
    name: 'Nuxt',
    languages: ['javascript'],
    holding: [{ calls: ['useFetch', 'useAsyncData', 'useLazyFetch', 'useLazyAsyncData'], error: ['error'], asks: [] }],
  },
  {
    name: 'Effect',
    languages: ['javascript'],
    sign: /["']effect["'/]/,
    catching: [{ calls: ['tryPromise', 'try'], on: /^Effect$/, by: ['catch'], guards: 'arguments' }],
  },
  {
    name: 'neverthrow',
    languages: ['javascript'],
    sign: /\bneverthrow\b/,
    catching: [
      { calls: ['fromPromise', 'fromThrowable', 'fromAsyncThrowable'], by: 1, guards: 'arguments' },
      { calls: ['unwrapOr'], by: 'none', guards: 'receiver' },
      { calls: ['match', 'mapErr', 'orElse'], by: -1, guards: 'receiver' },
    ],
    replaces: ['mapErr'],
  },
  {
    name: 'tenacity',
    languages: ['python'],
    sign: /\btenacity\b/,
    // A predicate that looks at the error decides which are tried again.
    catching: [
      {
        calls: ['retry'],
        by: ['retry_error_callback'],
        guards: 'decorated',
        unless: /\bretry_if_exception(?:_message)?\(/,
      },
    ],
  },
  {
    name: 'backoff',
    languages: ['python'],
    sign: /\bbackoff\b/,
    catching: [
      {
        calls: ['on_exception'],
        by: 'none',
        types: 1,
        guards: 'decorated',
        only: /\braise_on_giveup\s*=\s*False\b/,
        unless: /\b(?:on_)?giveup\s*=/,
      },
    ],
  },
  {
    name: 'FastAPI, Starlette',
    languages: ['python'],
    catching: [
      { calls: ['exception_handler'], by: 'decorated', parameter: 1, types: 0, guards: 'any' },
      { calls: ['add_exception_handler'], by: 1, parameter: 1, types: 0, guards: 'any' },
    ],
  },
  {
    name: 'Flask',
    languages: ['python'],
    catching: [
      { calls: ['errorhandler', 'app_errorhandler'], by: 'decorated', types: 0, guards: 'any' },
      { calls: ['register_error_handler'], by: 1, types: 0, guards: 'any' },
    ],
  },
  {
    name: 'Dio',
    languages: ['dart'],
    catching: [{ calls: ['InterceptorsWrapper', 'QueuedInterceptorsWrapper'], by: ['onError'], guards: 'piped' }],
  },
  {
    name: 'Riverpod',
    languages: ['dart'],
    sign: /riverpod/,
    catching: [{ calls: ['when', 'maybeWhen', 'whenOrNull'], by: ['error'], guards: 'receiver' }],
  },
  {
    name: 'Flutter',
    languages: ['dart'],
    // A text that holds the error only shows it.
    catching: [
      {
        calls: ['FutureBuilder', 'StreamBuilder'],
        by: 'none',
        guards: 'arguments',
        only: /\.hasError\b/,
        unless: /(?=\.)(?<!\$\{\w{1,60}[!?]?)\.error\b/,
      },
    ],
  },
  {
    name: 'fpdart, dartz',
    languages: ['dart'],
    sign: /\b(?:fpdart|dartz)\b/,
    catching: [{ calls: ['tryCatch'], by: 1, guards: 'arguments' }],
  },
  {
    name: "Dart's streams",
    languages: ['dart'],
    catching: [{ calls: ['listen'], by: ['onError'], guards: 'receiver' }],
  },
  {
    name: 'Guzzle',
    languages: ['php'],
    catching: [
      { calls: ['then'], by: 1, guards: 'receiver' },
      { calls: ['otherwise'], by: 0, guards: 'receiver' },
      { calls: ['Pool'], by: ['rejected'], guards: 'arguments' },
    ],
    hands: ['(?:.*\\.)?(?:rejectionFor|rejection_for|RejectedPromise)'],
  },
  {
    name: 'Laravel',
    languages: ['php'],
    catching: [
      { calls: ['rescue'], by: 1, guards: 'arguments' },
      { calls: ['rescue'], by: 'none', guards: 'arguments' },
      { calls: ['render'], on: /(?:^|\.)exceptions$/, by: 0, types: 'parameter', guards: 'any' },
      { calls: ['renderable'], by: 0, types: 'parameter', guards: 'any' },
    ],
  },
  {
    name: 'Rails',
    languages: ['ruby'],
    catching: [
      { calls: ['rescue_from'], by: ['with'], types: 0, guards: 'any' },
      { calls: ['rescue_from'], by: -1, types: 0, guards: 'any' },
      { calls: ['discard_on', 'retry_on'], by: -1, parameter: 1, types: 0, guards: 'any' },
      { calls: ['discard_on'], by: 'none', types: 0, guards: 'any' },
      { calls: ['suppress'], by: 'none', types: 0, guards: 'arguments' },
    ],
  },
  {
    name: 'Sinatra',
    languages: ['ruby'],
    sign: /\b[Ss]inatra\b/,
    catching: [{ calls: ['error'], by: -1, types: 0, guards: 'any' }],
  },
  {
    name: 'concurrent-ruby',
    languages: ['ruby'],
    catching: [{ calls: ['rescue', 'on_error'], by: -1, guards: 'receiver' }],
  },
  {
    name: "Dart's futures",
    languages: ['dart'],
    handlers: ['catchError', 'onError'],
    hands: ['(?:.*\\.)?(?:completeError|addError|throwWithStackTrace)', '(?:Future|Stream)\\.error'],
  },
  { name: 'asyncio', languages: ['python'], settling: [{ calls: ['gather'], only: 'return_exceptions=True' }] },
  { name: "Python's futures, Flask", languages: ['python'], hands: ['.*\\.set_exception', '(?:.*\\.)?abort'] },
  {
    name: 'CompletableFuture',
    languages: ['java', 'kotlin'],
    catching: [
      { calls: ['exceptionally', 'exceptionallyAsync', 'exceptionallyCompose'], by: 0, guards: 'result' },
      { calls: ['handle', 'handleAsync'], by: 0, parameter: 1, guards: 'result' },
      { calls: ['whenComplete', 'whenCompleteAsync'], by: 0, parameter: 1, guards: 'result', goesOn: true },
    ],
    asks: ['thenApply', 'thenAccept', 'thenCompose', 'thenRun', 'orTimeout', 'isDone'],
    hands: ['.*\\.(?:completeExceptionally|failedFuture|failedStage)'],
  },
  {
    name: 'Reactor, RxJava, Mutiny',
    languages: ['java', 'kotlin'],
    catching: [
      { calls: ['onErrorResume', 'onErrorResumeNext'], by: -1, guards: 'result', types: 0, given: 2 },
      { calls: ['onErrorResume', 'onErrorResumeNext', 'onErrorMap'], by: -1, guards: 'result' },
      { calls: ['onErrorReturn'], by: 'none', guards: 'result', types: 0, given: 2 },
      { calls: ['onErrorReturn'], by: 0, guards: 'result' },
      {
        calls: ['onErrorReturn', 'onErrorReturnItem', 'onErrorComplete'],
        by: 'none',
        guards: 'result',
        unless: FUNCTION,
      },
      // Who subscribes to a topic gives that first.
      { calls: ['subscribe'], by: 1, guards: 'result', only: /^\(\s*(?:\w+\s*->|\([^()]*\)\s*->|[\w.]+::|\{|new\b)/ },
      { calls: ['doOnError'], by: -1, guards: 'result', goesOn: true },
    ],
    asks: ['map', 'flatMap', 'timeout', 'retry', 'subscribeOn', 'publishOn', 'observeOn', 'doOnNext', 'doOnSuccess'],
    hands: ['(?:Mono|Flux|Single|Maybe|Observable|Flowable|Completable)\\.error'],
    replaces: ['onErrorMap'],
  },
  {
    name: 'Resilience4j, Spring Cloud Circuit Breaker',
    languages: ['java', 'kotlin'],
    catching: [
      { calls: ['withFallback'], by: -1, guards: 'receiver' },
      { calls: ['withFallback'], by: 'none', guards: 'receiver', unless: FUNCTION },
      { calls: ['run'], on: /circuit|breaker/i, by: 1, guards: 'arguments', given: 2 },
      {
        calls: ['CircuitBreaker', 'Retry', 'Bulkhead', 'RateLimiter', 'TimeLimiter'],
        by: ['fallbackMethod'],
        parameter: -1,
        guards: 'decorated',
      },
    ],
  },
  {
    name: 'Vavr',
    languages: ['java'],
    sign: /\bio\.vavr\b|\bTry\.(?:of|ofSupplier|ofCallable)\(/,
    catching: [
      { calls: ['getOrElse', 'recover', 'recoverWith'], by: -1, guards: 'result' },
      { calls: ['getOrElse'], by: 'none', guards: 'result', given: 1, unless: FUNCTION },
      { calls: ['getOrNull', 'toOption', 'toJavaOptional'], by: 'none', guards: 'result', given: 0 },
      { calls: ['onFailure'], by: 0, guards: 'result', goesOn: true },
    ],
    asks: ['isSuccess', 'isFailure', 'map', 'onSuccess', 'andThen'],
  },
  {
    name: 'Spring',
    languages: ['java', 'kotlin'],
    catching: [
      { calls: ['onStatus'], by: -1, parameter: -1, guards: 'receiver' },
      { calls: ['ExceptionHandler'], by: 'decorated', types: 0, guards: 'any' },
    ],
  },
  {
    name: "Go's errors",
    languages: ['go'],
    hands: ['errors\\.(?:New|Join|Errorf|W\\w+)', 'fmt\\.Errorf', 'status\\.Errorf?', 'panic'],
  },
  {
    name: "C#'s tasks",
    languages: ['csharp'],
    catching: [
      {
        calls: ['ContinueWith'],
        by: 0,
        member: 'Exception',
        guards: 'result',
        only: /\.(?:IsFaulted|IsCompletedSuccessfully|Status|Exception)\b|\bOnlyOnFaulted\b/,
      },
    ],
    hands: ['.*\\.(?:(?:Try)?SetException|FromException)'],
  },
  {
    name: 'Polly',
    languages: ['csharp'],
    catching: [
      { calls: ['Fallback', 'FallbackAsync'], by: 'none', types: 'receiver', guards: 'receiver', unless: FUNCTION },
      { calls: ['Fallback', 'FallbackAsync'], by: 0, types: 'receiver', guards: 'receiver' },
    ],
    holding: [
      {
        calls: ['ExecuteAndCapture', 'ExecuteAndCaptureAsync'],
        error: ['FinalException'],
        asks: ['Outcome', 'FaultType'],
      },
    ],
  },
  {
    name: 'ASP.NET',
    languages: ['csharp'],
    catching: [{ calls: ['UseExceptionHandler'], by: 0, types: 'asked', member: 'Error', guards: 'any' }],
  },
  {
    name: "Swift's Result",
    languages: ['swift'],
    asks: ['map', 'get', 'isSuccess', 'isFailure'],
    failed: ['failure'],
    went: ['success'],
    hands: ['(?:.*\\.)?failure', 'fatalError', 'preconditionFailure'],
  },
  {
    name: 'Combine',
    languages: ['swift'],
    catching: [
      { calls: ['catch', 'tryCatch', 'mapError'], by: 0, guards: 'result' },
      { calls: ['replaceError'], by: 'none', guards: 'result' },
      { calls: ['sink'], by: ['receiveCompletion'], guards: 'result' },
      { calls: ['sink'], by: 0, guards: 'result', only: /\}\s*receiveValue:/ },
    ],
    replaces: ['mapError'],
  },
  {
    name: 'RxSwift',
    languages: ['swift'],
    catching: [
      { calls: ['catchError'], by: 0, guards: 'result' },
      { calls: ['catchAndReturn', 'catchErrorJustReturn'], by: 'none', guards: 'result' },
      { calls: ['subscribe'], by: ['onError', 'onFailure'], guards: 'result' },
      { calls: ['asDriver', 'asSignal'], by: 'none', guards: 'result', only: /onErrorJustReturn:|onErrorDriveWith:/ },
    ],
  },
  {
    name: 'Arrow',
    languages: ['kotlin'],
    sign: /\barrow\.core\b|\bEither\b/,
    catching: [
      { calls: ['fold'], by: ['ifLeft'], guards: 'result' },
      { calls: ['fold'], by: 0, guards: 'result', given: 2, only: /^\(\s*\{/ },
      { calls: ['mapLeft', 'getOrHandle', 'handleError'], by: 0, guards: 'result' },
      { calls: ['onLeft'], by: 0, guards: 'result', goesOn: true },
      { calls: ['orNull', 'isLeft', 'isRight'], by: 'none', guards: 'result', given: 0 },
    ],
    asks: ['onRight'],
    replaces: ['mapLeft'],
  },
  {
    name: "Kotlin's flows",
    languages: ['kotlin'],
    catching: [{ calls: ['catch'], by: 0, guards: 'result' }],
  },
  {
    name: "Kotlin's coroutines",
    languages: ['kotlin'],
    catching: [{ calls: ['CoroutineExceptionHandler'], by: 0, parameter: 1, guards: 'given' }],
  },
  {
    name: 'Ktor',
    languages: ['kotlin'],
    typed: ['exception'],
    catching: [
      {
        calls: ['validateResponse', 'handleResponseException', 'handleResponseExceptionWithRequest'],
        by: 0,
        guards: 'configured',
      },
    ],
  },
  {
    name: "Kotlin's Result",
    languages: ['kotlin'],
    catching: [
      { calls: ['onFailure'], by: 0, guards: 'result', goesOn: true },
      { calls: ['getOrElse', 'recover', 'recoverCatching'], by: 0, guards: 'result', given: 1 },
      { calls: ['getOrNull'], by: 'none', guards: 'result', given: 0 },
      { calls: ['getOrDefault'], by: 'none', guards: 'result', given: 1 },
      { calls: ['fold'], by: ['onFailure'], guards: 'result' },
      { calls: ['fold'], by: 1, guards: 'result', given: 2, only: /^\(\s*\{/ },
    ],
    asks: ['isSuccess', 'isFailure', 'onSuccess', 'map', 'mapCatching', 'flatMap'],
    fails: ['onFailure', 'recover', 'getOrElse'],
    hands: ['(?:Result\\.)?failure', 'error'],
  },
  {
    name: "Rust's Result",
    languages: ['rust'],
    catching: [
      { calls: ['ok'], by: 'none', guards: 'result', given: 0 },
      { calls: ['unwrap_or_default', 'is_ok', 'is_err'], by: 'none', guards: 'result', given: 0 },
      { calls: ['unwrap_or'], by: 'none', guards: 'result', given: 1, receiver: RESULT },
      { calls: ['is_ok_and'], by: 'none', guards: 'result' },
      { calls: ['map_or'], by: 'none', guards: 'result', receiver: RESULT },
      // Without a parameter, there was no value and no error.
      { calls: ['unwrap_or_else', 'or_else', 'map_err', 'map_or_else'], by: 0, guards: 'result', unless: /^\(\s*\|\|/ },
      { calls: ['inspect_err'], by: 0, guards: 'result', goesOn: true },
    ],
    asks: ['map', 'and_then', 'as_ref', 'as_mut', 'inspect', 'is_ok_and', 'iter'],
    fails: ['Err', 'unwrap'],
    hands: ['Err', '(?:.*\\.)?(?:panic|bail|anyhow|eyre)'],
    replaces: ['map_err', 'or_else'],
  },
];

/** A method by which a class deals with the errors of others, because a library calls it. */
export interface HandlerMethod {
  readonly name: string;
  readonly languages: readonly string[];
  /** What the head of the class names. */
  readonly of: RegExp;
  readonly method: string;
  /** Which parameter is the error, or the answer that says so; counted as arguments are. None where the object itself is. */
  readonly parameter?: number;
  /** Under which member of that it is. */
  readonly member?: string;
}

/** Every such method. Whose errors come to it is said by its types, the name of its class, or what it asks for. */
export const HANDLER_METHODS: readonly HandlerMethod[] = [
  { name: 'Nest', languages: ['javascript'], of: /\bExceptionFilter\b/, method: 'catch', parameter: 0 },
  { name: 'Dio', languages: ['dart'], of: /\bextends\s+(?:Queued)?Interceptor\b/, method: 'onError', parameter: 0 },
  { name: 'JAX-RS', languages: JVM, of: /\bExceptionMapper\b/, method: 'toResponse', parameter: 0 },
  { name: 'Micronaut', languages: JVM, of: /\bExceptionHandler\b/, method: 'handle', parameter: -1 },
  { name: 'Feign', languages: JVM, of: /\bErrorDecoder\b/, method: 'decode', parameter: -1 },
  { name: 'Feign', languages: JVM, of: /\bFallbackFactory\b/, method: 'create', parameter: 0 },
  { name: 'RestTemplate', languages: JVM, of: /\bResponseErrorHandler\b/, method: 'handleError', parameter: -1 },
  {
    name: 'ASP.NET',
    languages: ['csharp'],
    of: /\bI?(?:Async)?ExceptionFilter(?:Attribute)?\b/,
    method: 'OnException',
    parameter: 0,
    member: 'Exception',
  },
  {
    name: 'ASP.NET',
    languages: ['csharp'],
    of: /\bIAsyncExceptionFilter\b/,
    method: 'OnExceptionAsync',
    parameter: 0,
    member: 'Exception',
  },
  { name: 'ASP.NET', languages: ['csharp'], of: /\bIExceptionHandler\b/, method: 'TryHandleAsync', parameter: 1 },
  {
    name: 'Rust',
    languages: ['rust'],
    of: /\bFrom\s*<\s*\w*(?:Error|Exception|Failure)\b/,
    method: 'from',
    parameter: 0,
  },
  {
    name: 'Axum',
    languages: ['rust'],
    of: /\bIntoResponse\s+for\s+\w*(?:Error|Exception|Failure)\b/,
    method: 'into_response',
  },
  {
    name: 'Actix',
    languages: ['rust'],
    of: /\bResponseError\s+for\s+\w*(?:Error|Exception|Failure)\b/,
    method: 'error_response',
  },
];

const handsOn: ReadonlyMap<string, RegExp> = new Map(
  column(ERROR_CHANNELS, ({ hands, languages }) => (hands ? languages : [])).map((language) => [
    language,
    wholeName(ERROR_CHANNELS.flatMap((row) => (row.languages.includes(language) ? (row.hands ?? []) : []))),
  ]),
);
const replacing: ReadonlySet<string> = new Set(column(ERROR_CHANNELS, ({ replaces }) => replaces));

/** What the libraries of a language call what is given an error, and what gives several results at once. */
export function channelsOf(
  language: string,
  text: string,
): {
  readonly catching: readonly Catching[];
  readonly settling: readonly Settling[];
  readonly holding: readonly Holding[];
} {
  const rows = ERROR_CHANNELS.filter(
    ({ languages, sign }) => languages.includes(language) && (sign?.test(text) ?? true),
  );
  return {
    catching: column(rows, ({ catching }) => catching),
    settling: column(rows, ({ settling }) => settling),
    holding: column(rows, ({ holding }) => holding),
  };
}

/** Letters that a word must have to be a cue: shorter ones are all over programs. */
const CUE_LETTERS = 8;

/** Words of libraries that stand where an error ends: `catchError`, `return_exceptions`; in any case. */
export const CHANNEL_CUES: readonly string[] = [
  ...new Set([
    ...ERROR_CHANNELS.flatMap(({ catching = [], settling = [], holding = [] }) => [
      ...[...catching, ...settling, ...holding].flatMap(({ calls }) => calls),
      ...catching.flatMap(({ by }) => (typeof by === 'object' ? by : [])),
      ...settling.flatMap(({ only }) => only?.replace(/\W.*/, '') ?? []),
    ]),
    'interceptors',
  ]),
].filter((word) => word.length >= CUE_LETTERS || word === 'onError');

const noError: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  column(ERROR_CHANNELS, ({ languages }) => languages).map((language) => {
    const rows = ERROR_CHANNELS.filter(({ languages }) => languages.includes(language));
    const calls = column(rows, ({ catching }) => catching).flatMap((row) => row.calls);
    return [language, new Set([...calls, ...column(rows, ({ asks }) => asks)])];
  }),
);

/** Whether a member of what holds a value or an error gives no error: it only goes on with the value, or tells of it. */
export function givesNoError(member: string, language: string): boolean {
  return noError.get(language)?.has(member) ?? false;
}

/**
 * Whether what is called by this path hands on as a failure whatever it is given: `Promise.reject`, `Err`.
 *
 * @param language whose libraries they are: `error(text)` throws in Kotlin, and is a line for a log elsewhere
 */
export function handsFailureOn(path: readonly string[], language: string): boolean {
  return handsOn.get(language)?.test(path.join('.')) ?? false;
}

/** Whether the function that a method is given makes the error that takes the place of another: `map_err`. */
export function replacesError(method: string): boolean {
  return replacing.has(method);
}

/** Functions that go through a list or count it, and those that only ask whether an attempt has failed. */
const goesThroughList = wholeName(
  [
    'zip',
    'enumerate',
    'len',
    'list',
    'sorted',
    'reversed',
    'any',
    'all',
    'sum',
    'filter',
    'isinstance',
    'Array\\.from',
    'Boolean',
    'is_?(?:fulfilled|rejected)',
  ],
  'i',
);

/** Whether a function by this name goes through a list, or asks an item whether it has failed, and reads no error. */
export function goesThrough(name: string): boolean {
  return goesThroughList.test(name);
}

/** Words of all libraries by which code passes an error on, or gets hold of one. */
export const CHANNEL_WORDS: readonly string[] = column(ERROR_CHANNELS, ({ fails }) => fails);

/** In any case, in names of functions that may answer with an error. */
const MAY_FAIL: readonly Part[] = [
  ...[/err(?!upt)/, 'fail', 'reject', 'abort', 'exception', 'deny', 'refuse', 'assert', 'ensure', 'require'],
  ...['check', 'verif', 'valid', 'guard', 'must', 'answer', 'outcome', 'result', '^next$'],
];
const mayFailInName = new RegExp(anyOf(MAY_FAIL), 'i');

/** Whether a function may answer with an error, going by its name. */
export function mayFail(name: string): boolean {
  return mayFailInName.test(name);
}
