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
  | 'nugu/directive-tables'
  | 'nugu/attributes'
  | 'nugu/attribute-bodies'
  | 'nugu/device-types'
  | 'nugu/device-type-bodies'
  | 'nugu/device-type-list'
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
  /** The same in a few words; absent where the first sentence of the description is short enough. */
  readonly gloss?: Localized;
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

/** How one source spells something. */
export interface SpellingFacts {
  /** The name as printed there, to the letter. */
  readonly spelling: string;
  /** A slip of that page; the spelling is kept as printed. */
  readonly defect?: Defect;
}

/** What one source says about a key where a directive or a capability has it. An absent source does not show the key there. */
export interface KeyFacts {
  /** The word in the type column of the table, to the letter: `double`, `1~10`. */
  readonly type?: string;
  /** The JSON type of the value in the sample. */
  readonly sampleType?: 'string' | 'number' | 'array';
  readonly sample?: string | number | readonly string[];
  /** What is taken where the key is left out: a value, or the name of another key that holds it. */
  readonly default?: string | number;
  /** Where it stands in that sample, if not where all others have it: `action.command.brightnessLevel`. */
  readonly place?: string;
}

/** A key of the parameters of a request, of the properties of an `OK` answer, or of what a capability says at discovery. */
export interface DirectiveKey extends Sourced<KeyFacts> {
  /** That of a `ProtocolKey`. */
  readonly name: string;
  /** The page says that it may be left out. It never says so of an answer, nor that anything there is required. */
  readonly optional?: boolean;
}

/** The lists that values of NUGU's keys are taken from. */
export type WordKind = 'mode' | 'airflow' | 'color';

/** A key of NUGU's requests, answers and discovery, wherever it occurs. */
export interface ProtocolKey extends Sourced<SpellingFacts> {
  /** As most sources spell it. */
  readonly name: string;
  /** What its values are, where the pages list them. */
  readonly values?: WordKind | 'deviceType' | readonly string[];
  /** What programs and other platforms call the same. Our judgement: no page has these names. */
  readonly alsoCalled?: readonly string[];
  readonly description: Localized;
  /** On what the sources do not agree, beyond spelling and type, and what we advise. */
  readonly note?: Localized;
}

/** What one source says about a word. */
export interface WordFacts extends SpellingFacts {
  /** What it is called in Korean there. */
  readonly names?: readonly string[];
}

/** A word that a key of NUGU's takes for a value: `COLD` of `mode`, `BREEZE` of `airflowType`, `RED` at discovery. */
export interface ProtocolWord extends Sourced<WordFacts> {
  readonly kind: WordKind;
  /** As the table of the attribute page spells it; one that is in samples only, as these do. */
  readonly word: string;
  /** What ChangeColor sends for a colour. */
  readonly rgb?: string;
  /** Where an airflow stands among those that increase and decrease go along. */
  readonly rank?: { readonly ladder: 'named' | 'numbered'; readonly step: number };
  readonly note?: Localized;
}

/** A device type of NUGU's. */
export interface DeviceType extends Sourced<SpellingFacts> {
  readonly code: string;
  /** What it is called; the Korean name is the page's. */
  readonly title: Localized;
  /** The capabilities that its page recommends. */
  readonly capabilities: readonly string[];
  /** The public address of the page that describes it. */
  readonly page: string;
  readonly note?: Localized;
}

/** A directive of a NUGU capability. Headings, paths and sample bodies of one page count as sources of their own. */
export interface Directive extends Sourced<SpellingFacts> {
  /** The capability it belongs to. */
  readonly capability: string;
  /** As the headings spell it; what codes and coverage call it by. */
  readonly name: string;
  /** What a request carries; none for most. */
  readonly parameters: readonly DirectiveKey[];
  /** What an `OK` answer carries, in the table or in the sample of its page. */
  readonly properties: readonly DirectiveKey[];
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
  /** The key that stands for it in `supportedCapabilities`: `airflowControl`. */
  readonly discoveryKey: { readonly name: string } & Sourced<SpellingFacts>;
  /** What stands under that key. */
  readonly attributes: readonly DirectiveKey[];
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
  /** The keys of NUGU's requests, answers and discovery. */
  readonly keys: readonly ProtocolKey[];
  /** The words that these take for values, in the order of the tables; those in samples only stand behind them. */
  readonly words: readonly ProtocolWord[];
  readonly deviceTypes: readonly DeviceType[];
  readonly capabilities: readonly Capability[];
  readonly directives: readonly Directive[];
  readonly lookalikes: readonly Lookalike[];
  readonly companions: readonly Companions[];
  readonly mappings: readonly SuggestedMapping[];
}
