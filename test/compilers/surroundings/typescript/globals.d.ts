// What the programs of the fixtures use and do not declare: see docs/contributing/testing.md.

/** ThinQ */
interface ThinQAnswer {
  readonly error: { readonly code: string; readonly message: string };
}
declare class ApiError extends Error {
  readonly code: string;
}

/** NUGU */
interface SmartHomeDevice {
  readonly code?: string;
  readonly id: string;
  readonly type?: string;
}
type Device = SmartHomeDevice;
interface NuguCommand {
  readonly smartHomeCapability: string;
  readonly smartHomeDirective: string;
  readonly device: SmartHomeDevice;
}
type Command = NuguCommand;
type Answered<T> = { readonly resultCode: string; readonly smartHomeDevice: T };
interface NuguAnswer {
  readonly resultCode: string;
}
declare const requestId: string;
declare const device: SmartHomeDevice;
declare const d: SmartHomeDevice;
declare const smartHomeDevice: SmartHomeDevice;
declare const errorProperties: Record<string, number | string>;
declare const minTemperature: number;
declare const maxTemperature: number;
declare const inRange: boolean;
declare const base: object;
declare const request: { readonly action: { readonly command: NuguCommand } };
declare function retryLater(device: SmartHomeDevice): string;
declare function brighter(command: NuguCommand): NuguAnswer;
declare function darker(command: NuguCommand): NuguAnswer;
declare function turnOn(): void;
declare function turnOff(): void;
declare function setEndTime(): void;
declare function cancelEndTime(): void;

/** What a program does for a person. */
interface Ui {
  toast(text: string): void;
  offline(): void;
  off(): void;
}
interface View {
  text?: string;
  retry?: boolean;
}
declare function isFatal(error: Error): boolean;
declare function wait(): void;
declare function show(text: string): void;
declare function say(text: string): void;
declare function note(text: string): void;
declare function report(error: Error): void;
declare function render(value: object): string;
declare function count(): void;
declare function silence(): void;
declare function play(file: string): void;
declare function retry(): void;
declare function fallback(): void;
declare function offline(): void;
declare function off(): void;

/** Servers, and mocks of servers: as far as their callers' types go, they take everything. */
declare const app: Server;
declare const router: Server;
declare const http: Server;
declare const rest: Server;
interface Server {
  post(path: string, handler: (...all: any[]) => unknown): void;
}
declare const req: any;
declare const res: any;
declare const response: any;
declare const error: any;
declare const url: string;
declare const fetch: any;
declare const nock: any;
declare const mock: any;
declare const post: any;
declare const fetchMock: any;
declare const cy: any;
declare const route: any;
declare const HttpResponse: any;
declare const StatusCodes: Record<string, number>;
declare class Response {
  constructor(body: string, init: { readonly status: number });
}
declare function restart(): void;
declare const EXPECTED: Set<string>;
declare const console: { warn(...all: unknown[]): void; error(...all: unknown[]): void; log(...all: unknown[]): void };
declare const Controller: (path?: string) => ClassDecorator;
declare const Post: (path?: string) => MethodDecorator;
declare const Body: () => ParameterDecorator;

/** React */
declare namespace JSX {
  type Element = object;
  interface ElementChildrenAttribute {
    readonly children: unknown;
  }
  interface IntrinsicElements {
    readonly p: { readonly children?: unknown };
  }
}
interface Root {
  render(element: JSX.Element): void;
}
interface Props {
  readonly device: SmartHomeDevice;
}
declare function Answer(props: { readonly of: object }): JSX.Element;
declare function Preview(props: { readonly value: object }): JSX.Element;
declare function List(props: { readonly children: unknown }): JSX.Element;
declare function notify(text: string): void;
