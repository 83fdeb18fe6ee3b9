import { TextSearch } from '../../model/textSearch.ts';
import { CodeOfText, type CommentMarks } from './comments.ts';

/** A text, and what has been looked for in it and in its code. */
export class SearchedText {
  readonly search: TextSearch;
  private readonly codeOfText: CodeOfText;

  /** @param marks how comments are written in it @param earlier an earlier version of it: what was found there is kept */
  constructor(
    readonly text: string,
    private readonly marks: CommentMarks,
    earlier?: SearchedText,
  ) {
    this.search = new TextSearch(text, earlier?.search);
    this.codeOfText = new CodeOfText(text, marks, earlier?.marks === marks ? earlier.codeOfText : undefined);
  }

  /** The text with blanks in the place of its comments. */
  get code(): TextSearch {
    return this.codeOfText.search;
  }
}
