/** A tool as programs that write and answer for people are told of it. */
export interface ToolDescription {
  readonly name: ToolName;
  /** For a model, so in English only. */
  readonly description: string;
  /** A JSON schema. */
  readonly inputSchema: {
    readonly type: 'object';
    readonly properties: { readonly [name: string]: { readonly type: 'string'; readonly description: string } };
    readonly required?: string[];
  };
}

export type ToolName = 'explain_code' | 'validate_response' | 'list_usages';

/** The tools that `thinq-nugu mcp` and the editor offer. They only read. */
export const TOOLS: readonly ToolDescription[] = [
  {
    name: 'explain_code',
    description:
      'What an error code of LG ThinQ Connect or a result code of NUGU smart home means, what its sources say, and what to do. Takes a code, a name of the SDK, a message, a line of a log, a directive, an HTTP status or words.',
    inputSchema: {
      type: 'object',
      properties: { query: text('1222, TemperatureOutofRange, TurnOn, …') },
      required: ['query'],
    },
  },
  {
    name: 'validate_response',
    description:
      'Checks a response of ThinQ Connect, or one that is to be sent to NUGU, for codes that do not exist, missing or wrong properties and wrong levels.',
    inputSchema: { type: 'object', properties: { response: text('The response, as JSON') }, required: ['response'] },
  },
  {
    name: 'list_usages',
    description:
      'The lines that name codes of LG ThinQ Connect or NUGU smart home: of a text, or of all files below a path of the folder that is worked in.',
    inputSchema: {
      type: 'object',
      properties: {
        text: text('Source code, instead of a path'),
        name: text('The name of the file that the text is of, such as client.py'),
        path: text('A file or a folder, from the folder that is worked in; . for all of it'),
      },
    },
  },
];

function text(description: string) {
  return { type: 'string', description } as const;
}
