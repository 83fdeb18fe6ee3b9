import { lazily } from '../model/lazily.ts';
import { createNamedBeside, type NamedBeside } from './beside.ts';
import { collectDirectives, type Directives } from './directives.ts';
import { type FileContext, fileConfidence } from './file.ts';
import { collectMappings, type Mapping } from './mappings.ts';
import { type NamedCodes, namedCodes } from './neighbours.ts';
import { type JudgedFile, judgePlaces, type ResolvedMention } from './place.ts';
import { collectProtocolPlaces, type ProtocolPlace } from './protocol.ts';
import { collectRequests, type Requests } from './requests.ts';
import { type Additions, collectAdditions } from './responses/additions.ts';
import { collectEnvelopes, type Envelope } from './responses/envelopes.ts';
import { collectErrorProperties, type ErrorProperties } from './responses/errorProperties.ts';
import { collectResponseKeys, type ResponseKey } from './responses/keys.ts';
import { collectResponses, type ResponseLiteral } from './responses/responses.ts';
import { collectStatusPairs, type StatusPair } from './responses/statuses.ts';
import { type ResolvedSite, resolveSites } from './sites.ts';

/** A file together with what the evidence makes of it. Each part is computed when somebody first asks for it. */
export interface Analysis extends JudgedFile {
  /** What each mention names by its text alone. */
  readonly named: NamedCodes;
  /** Whose code each mention is, by the mention's index; absent where nothing speaks for a vendor. */
  readonly mentions: readonly (ResolvedMention | undefined)[];
  readonly sites: readonly ResolvedSite[];
  readonly namedBeside: NamedBeside;
  /** What is asked for in data and in tests. */
  readonly requests: Requests;
  /** Keys that the file puts into responses after these were made. */
  readonly additions: Additions;
  readonly envelopes: readonly Envelope[];
  /** Whole responses. */
  readonly responses: readonly ResponseLiteral[];
  /** The keys of responses, whole or in part, of which it is rather sure whose they are. */
  readonly responseKeys: readonly ResponseKey[];
  /** What NUGU items say under `errorProperties`, where that can be seen. */
  readonly errorProperties: readonly ErrorProperties[];
  /** HTTP statuses beside ThinQ codes. */
  readonly statuses: readonly StatusPair[];
  /** Where one vendor's codes become the other's. */
  readonly mappings: readonly Mapping[];
  /** The capabilities and directives it names, and the code that serves them. */
  readonly directives: Directives;
  /** The keys of NUGU's protocol and the values that its pages list for them. */
  readonly protocolPlaces: readonly ProtocolPlace[];
}

/** Says whose code each mention is and how sure that is, from the file's signals, its project and each mention's place. */
export function analyse(context: FileContext): Analysis {
  return lazily<Analysis>({
    model: () => context.model,
    signals: () => context.signals,
    project: () => context.project,
    along: () => context.along,
    catalog: () => context.catalog,
    file: () => fileConfidence(context),
    named: ({ model, catalog }) => namedCodes(model, catalog),
    judgements: (self) => judgePlaces(self, self.named, self.envelopeOf),
    mentions: ({ judgements }) => judgements.map(({ claim }) => claim),
    sites: (self) => resolveSites(self, self.named),
    namedBeside: ({ model, sites }) => createNamedBeside(model, sites),
    requests: ({ model }) => collectRequests(model),
    additions: ({ model, signals }) => collectAdditions(model, signals),
    envelopes: (self) => collectEnvelopes(self, self.additions),
    envelopeOf: ({ envelopes }) => new Map(envelopes.map((envelope) => [envelope.object, envelope])),
    responses: (self) => collectResponses(self, self.additions),
    responseKeys: (self) => collectResponseKeys(self, self),
    errorProperties: (self) => collectErrorProperties(self, self.envelopes, self.additions),
    statuses: (self) => collectStatusPairs(self, self.envelopes, self.mentions),
    mappings: (self) => collectMappings(self, self.named),
    directives: (self) => collectDirectives(self),
    protocolPlaces: (self) => collectProtocolPlaces(self, self.directives),
  });
}
