import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type Tool } from '@modelcontextprotocol/sdk/types.js';

/** A tool as it is offered, and what it answers. */
export interface OfferedTool extends Pick<Tool, 'name' | 'description' | 'inputSchema'> {
  /** @param input what was sent, of which nothing is known @returns a text @throws for what cannot be done, with a message for whoever asked */
  answer(input: Readonly<Record<string, unknown>>): Promise<string>;
}

/** Serves tools on standard input and output until that ends. */
export async function serveTools(tools: readonly OfferedTool[], version: string): Promise<void> {
  const server = new Server({ name: 'thinq-nugu', version }, { capabilities: { tools: {} } });
  const annotations = { readOnlyHint: true, openWorldHint: false };
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: tools.map(({ name, description, inputSchema }) => ({ name, description, inputSchema, annotations })),
  }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = tools.find(({ name }) => name === params.name);
    if (tool === undefined) return failed(`There is no tool "${params.name}".`);
    try {
      return { content: [{ type: 'text', text: await tool.answer(params.arguments ?? {}) }] };
    } catch (error) {
      return failed(error instanceof Error ? error.message : String(error));
    }
  });
  const ended = new Promise<void>((resolve) => {
    server.onclose = resolve;
    // The transport does not look for the end of its input.
    process.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport());
  await ended;
}

function failed(text: string): { readonly content: { type: 'text'; text: string }[]; readonly isError: true } {
  return { content: [{ type: 'text', text }], isError: true };
}
