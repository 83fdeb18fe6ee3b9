/** Whose platform a code belongs to. */
export type Vendor = 'thinq' | 'nugu';

/** Where the knowledge of a code comes from: a vendor's page, sightings that no page covers, or the team's project file. */
export type Layer = 'documented' | 'field' | 'team';

/** What an answer with this code speaks about. ThinQ has one list of `api` codes; the others are NUGU's own words. */
export type Level = 'api' | 'device-level' | 'global-level' | 'success';

/** The documents and sightings a fact can come from. Every fact of a vendor names at least one. */
export type SourceId =
  | 'thinq-connect/ko'
  | 'thinq-connect/en'
  | 'appliance-api/ko'
  | 'nugu/device-level'
  | 'nugu/global-level'
  | 'nugu/overview'
  | 'nugu/directive-headings'
  | 'nugu/directive-paths'
  | 'nugu/directive-bodies'
  | 'field/live-service'
  | 'field/pythinqconnect'
  | 'field/jsthinqconnect'
  | 'field/app-api'
  | 'team';

/** A text in both display languages, in our own words. */
export interface Localized {
  readonly en: string;
  readonly ko: string;
}

/** What several sources say of one thing. An absent source does not mention it. */
export interface Sourced<Facts> {
  readonly sources: { readonly [id in SourceId]?: Facts };
}

/** What one source says about one code. An absent source does not list the code. */
export interface SourceFacts {
  /** The message text as printed there, to the letter. */
  readonly text?: string;
  /** The HTTP status code as printed there. */
  readonly http?: number;
  /** What it says the code means, in our own words; only where sources disagree about the meaning. */
  readonly meaning?: Localized;
  /** A slip of that page (a broken table cell, garbled words); the value is kept as printed. */
  readonly defect?: Defect;
}

/** What is wrong with a page's entry, in our own words. */
export interface Defect extends Localized {
  /** The spoilt cell. A spoilt `text` is no rival reading of the message; a spoilt `description` leaves the text standing. */
  readonly cell: 'text' | 'description';
}

/** What a program should do about a code (`none` where what was asked for is done). Our own judgement: the vendors publish none. */
export type RetryClass = 'none' | 'retry' | 'back-off' | 're-authenticate' | 'fix-request' | 'tell-user' | 'give-up';

/** A key that must stand in `errorProperties` beside a NUGU code. */
export interface ErrorProperty {
  readonly name: string;
  /** What kind of value a sample holds. The page prints no types: this is our judgement. */
  readonly type: 'number' | 'string';
  /** A value for examples, as the samples of the capability pages write it: limits are strings there. */
  readonly sample: number | string;
}

/** Which directives can be answered with a NUGU code. */
export interface DirectiveScope {
  /** `Capability.Directive`, or `any` for errors of the device as such. */
  readonly names: readonly string[] | 'any';
  /** `page` where the vendor's page names the directive, `judgement` where we concluded it. */
  readonly basis: 'page' | 'judgement';
}

/** What we judged ourselves about a code; shown as ours wherever it is shown. */
export interface Judgement {
  /** Whether the code is about a device's state or ability, not about the request, token or service. */
  readonly deviceLevel: boolean;
  readonly retry: RetryClass;
  /** Why we judge so; absent for a team's own codes. */
  readonly reason?: Localized;
}

/** One catalog entry. */
export interface Code extends Sourced<SourceFacts> {
  readonly vendor: Vendor;
  readonly level: Level;
  /** As it goes over the wire: `"2305"`, `"TemperatureOutofRange"`, `"401"`. */
  readonly code: string;
  readonly layer: Layer;
  /** What the code means, in our own words. */
  readonly description: Localized;
  /** One line: what to do about it. Ours. */
  readonly advice: Localized;
  readonly judgement: Judgement;
  /** The name the official SDK's `ThinQAPIErrorCodes` gives the code (ThinQ only), in its latest version. */
  readonly sdkName?: string;
  /**
   * What the SDK called the code before, and the version that renamed it. Up to 1.0.12 the class assigns
   * `NOT_REGISTERED_DEVICE` twice, 1205 and then 1213, so that at run time that name stands for 1213 in every version.
   */
  readonly sdkRenamed?: { readonly from: string; readonly since: string };
  /** Keys required in `errorProperties`; empty where the page requires none. */
  readonly errorProperties: readonly ErrorProperty[];
  /** NUGU device-level codes only. */
  readonly directives?: DirectiveScope;
}

/** What one source prints in a row that lists no code. An absent source does not have the row. */
export interface RowFacts {
  /** The short text of the row, to the letter; absent where the row has none. */
  readonly text?: string;
}

/** A range of ThinQ codes as the pages define it. */
export interface CodeRange extends Sourced<RowFacts> {
  /** As printed: `1000`, `11xx`, …; `1000` and `2000` head all client and all server errors. */
  readonly pattern: string;
  /** What the codes of the range begin with; the longest fitting prefix decides. */
  readonly prefix: string;
  readonly side: 'client' | 'server';
  readonly title: Localized;
}

/** An HTTP status that ThinQ Connect uses. Some come with error codes only: no source has them in its HTTP table. */
export interface HttpStatus extends Sourced<RowFacts> {
  readonly status: number;
  /** Its name, as printed in the table, else the standard one. */
  readonly text: string;
  readonly description: Localized;
}

/** A class of HTTP statuses, as the pages explain it ahead of the statuses. */
export interface HttpClass extends Sourced<RowFacts> {
  /** As printed: `4xx`. */
  readonly pattern: string;
  readonly description: Localized;
}

/** What one source says about one key of a response. An absent source does not mention the key. */
export interface FieldFacts {
  /** Where it stands there, in the spelling of that source: `Error.Code`. */
  readonly path: string;
  /** The word in the type column of the table, to the letter: `enum`. */
  readonly type?: string;
  /** The JSON type of the value in the sample. */
  readonly sampleType?: 'string' | 'number' | 'object' | 'array';
}

/** A key of a response. */
export interface ResponseField extends Sourced<FieldFacts> {
  readonly vendor: Vendor;
  /** Where it stands, as most sources print it: `error.code`, `data[].resultCode`. */
  readonly path: string;
  readonly description: Localized;
}

/** What one source says about one directive. */
export interface DirectiveFacts {
  /** The name as printed there, to the letter. */
  readonly spelling: string;
  /** A slip of that page; the spelling is kept as printed. */
  readonly defect?: Defect;
}

/** A directive of a NUGU capability. Headings, paths and sample bodies of one page count as sources of their own. */
export interface Directive extends Sourced<DirectiveFacts> {
  /** The capability it belongs to. */
  readonly capability: string;
  /** As the headings spell it; what codes and coverage call it by. */
  readonly name: string;
}

/** What people meet beside a vendor's codes and take for one: a code of another API, a text that an SDK makes up. */
export interface Lookalike extends Sourced<Readonly<Record<never, never>>> {
  readonly codes: readonly string[];
  /** To the letter; `{}` at the end stands for what is filled in: `Not support {}`. */
  readonly texts: readonly string[];
  /** What it is instead. */
  readonly description: Localized;
}

/** A NUGU capability. */
export interface Capability {
  readonly name: string;
  /** The public address of the page that describes it. */
  readonly page: string;
  /** The names of its directives, as the headings of that page spell them. */
  readonly directives: readonly string[];
}

/** Two ThinQ codes that say the same: whoever decides on one means the other as well. */
export interface Companions {
  readonly codes: readonly [string, string];
  /** `text`: the pages print the same text beside both; `field`: one was seen where the pages have the other. */
  readonly basis: 'text' | 'field';
}

/** What to answer NUGU when ThinQ has sent a code. No vendor says so: it is our judgement. */
export interface SuggestedMapping {
  /** The ThinQ code. */
  readonly from: string;
  /** The NUGU code that fits most often; absent where it all depends. */
  readonly code?: string;
  readonly basis: 'judgement';
  readonly reason: Localized;
  /** NUGU codes that fit better at times, and when. */
  readonly alternatives?: readonly { readonly code: string; readonly when: Localized }[];
}

/** A document that facts come from. */
export interface Source {
  readonly id: SourceId;
  readonly title: Localized;
  /** Public address, where one is known. */
  readonly url?: string;
}

/** The content of the catalog's data files, put together. */
export interface CatalogData {
  readonly sources: readonly Source[];
  readonly codes: readonly Code[];
  readonly ranges: readonly CodeRange[];
  readonly http: readonly HttpStatus[];
  readonly httpClasses: readonly HttpClass[];
  readonly fields: readonly ResponseField[];
  /** The values that a NUGU mode can have, in the order of the page. */
  readonly modes: readonly string[];
  readonly capabilities: readonly Capability[];
  readonly directives: readonly Directive[];
  readonly lookalikes: readonly Lookalike[];
  readonly companions: readonly Companions[];
  readonly mappings: readonly SuggestedMapping[];
}
