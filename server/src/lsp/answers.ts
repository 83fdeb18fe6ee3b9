import { type CancellationToken, LSPErrorCodes, ResponseError, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Document } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import { toDocument } from './convert.ts';

/** What is asked about a document. */
export interface Question<Found, Answer> {
  /** Asks the service. @param asked the text that was asked about; its signal tells when nobody waits any more */
  ask(asked: Document, settings: Settings, document: TextDocument): Promise<Found>;
  /** Puts it into the protocol's words. @param document still the text that was asked about */
  tell(found: Found, document: TextDocument, settings: Settings): Answer;
}

/** Answers about open documents, each as long as somebody can use it. */
export interface Answers {
  /**
   * An answer about a text as it is. Nothing is begun while messages are waiting, and nothing finished for a text that is gone.
   *
   * @returns null for a document that is not open
   * @throws ResponseError `RequestCancelled`, or `ContentModified` where the text has changed meanwhile
   */
  about<Found, Answer>(
    uri: string,
    token: CancellationToken | undefined,
    question: Question<Found, Answer>,
  ): Promise<Answer | null>;
  /** An answer about a text as it was when it was asked about, unless the same is asked once more about the document. */
  aboutLast<Found, Answer>(
    uri: string,
    token: CancellationToken,
    question: Question<Found, Answer>,
  ): Promise<Answer | null>;
}

/** Whether an answer was dropped because its text is gone. */
export function isOutdated(error: unknown): boolean {
  return error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
}

/**
 * @param settled waits until no message is waiting, or until it is told that this is of no use
 * @param copy a document of its own with the text that another has now
 */
export function createAnswers(
  documents: TextDocuments<TextDocument>,
  settled: (isOver: () => boolean) => Promise<void>,
  settingsOf: (uri: string) => Promise<Settings>,
  copy: (document: TextDocument) => TextDocument,
): Answers {
  /** What is being answered about texts as they are, and the last of what is asked about texts as they were. */
  const running = new Map<string, Set<AbortController>>();
  const last = new Map<string, AbortController>();

  const answer = async <Found, Answer>(
    document: TextDocument,
    controller: AbortController,
    token: CancellationToken | undefined,
    { ask, tell }: Question<Found, Answer>,
  ): Promise<Answer> => {
    const { signal } = controller;
    const cancel = (): void => controller.abort(new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled'));
    const listening = token?.onCancellationRequested(cancel);
    if (token?.isCancellationRequested) cancel();
    try {
      const asked = { ...toDocument(document), signal };
      await settled(() => signal.aborted);
      signal.throwIfAborted();
      const settings = await settingsOf(document.uri);
      signal.throwIfAborted();
      const found = await ask(asked, settings, document);
      signal.throwIfAborted();
      return tell(found, document, settings);
    } finally {
      listening?.dispose();
    }
  };
  const outdate = (controller: AbortController | undefined): void =>
    controller?.abort(new ResponseError(LSPErrorCodes.ContentModified, 'the text has changed since'));
  const outdateAll = (uri: string): void => {
    for (const controller of running.get(uri) ?? []) outdate(controller);
  };
  documents.onDidChangeContent(({ document }) => outdateAll(document.uri));
  documents.onDidClose(({ document }) => {
    outdateAll(document.uri);
    outdate(last.get(document.uri));
  });

  return {
    async about(uri, token, question) {
      const document = documents.get(uri);
      if (!document) return null;
      const controller = new AbortController();
      const others = running.get(uri) ?? new Set();
      running.set(uri, others.add(controller));
      try {
        return await answer(document, controller, token, question);
      } finally {
        others.delete(controller);
        if (others.size === 0) running.delete(uri);
      }
    },
    async aboutLast(uri, token, question) {
      const document = documents.get(uri);
      if (!document) return null;
      outdate(last.get(uri));
      const controller = new AbortController();
      last.set(uri, controller);
      try {
        return await answer(copy(document), controller, token, question);
      } finally {
        if (last.get(uri) === controller) last.delete(uri);
      }
    },
  };
}
