import { pascalCase } from '../casing.ts';
import { commented, inFour, quoted } from '../quote.ts';
import { byAction, JUDGEMENT, OUR_WORDS, type Target } from '../target.ts';

const text = (value: string): string => quoted(value, { unicode: inFour });
/** Comments of declarations are XML. */
const summary = (value: string): string =>
  `/// <summary>${commented(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</summary>`;

/** An enumeration, and a class that extends it with what its members stand for, since they can hold no texts. */
export const csharp: Target = {
  id: 'csharp',
  languageIds: ['csharp'],
  ending: '.cs',
  comment: '//',
  inPackage: (name) => (name === undefined ? undefined : `namespace ${name};`),
  write(set) {
    const { name, members, actions } = set;
    const [type, action] = [`${name}Code`, `${name}Action`];
    const member = ({ words }: (typeof members)[number]): string => `${type}.${pascalCase(words)}`;
    const unknown = '_ => throw new System.ArgumentOutOfRangeException(nameof(code)),';
    return `public enum ${type}
{
${members.map(({ words, message }) => `    ${summary(message.en)}\n    ${pascalCase(words)},`).join('\n')}
}

${summary(`What to do about a code. ${JUDGEMENT}`)}
public enum ${action}
{
${actions.map(({ words, about }) => `    ${summary(about)}\n    ${pascalCase(words)},`).join('\n')}
}

public static class ${type}s
{
    ${summary('The code of this text; null for one that is not known.')}
    public static ${type}? Parse(string text) => text switch
    {
${members.map((one) => `        ${text(one.code)} => ${member(one)},`).join('\n')}
        _ => null,
    };

    ${summary('The code as it goes over the wire.')}
    public static string Text(this ${type} code) => code switch
    {
${members.map((one) => `        ${member(one)} => ${text(one.code)},`).join('\n')}
        ${unknown}
    };

    public static ${action} Action(this ${type} code) => code switch
    {
${byAction(set)
  .map(
    ([{ words }, ofIt]) => `        ${ofIt.map(member).join('\n            or ')} => ${action}.${pascalCase(words)},`,
  )
  .join('\n')}
        ${unknown}
    };

    ${summary(OUR_WORDS)}
    public static (string English, string Korean) Message(this ${type} code) => code switch
    {
${members.map((one) => `        ${member(one)} => (\n            ${text(one.message.en)},\n            ${text(one.message.ko)}),`).join('\n')}
        ${unknown}
    };
}
`;
  },
};
