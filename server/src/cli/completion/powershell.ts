import type { CompletedCommand, CompletedOption, CompletionModel } from './model.ts';

/** For PowerShell 5.1 and newer. Where nothing is offered, it completes files itself. */
export function powershellCompletion({ commands, options }: CompletionModel): string {
  const names = commands.map(({ name, text }) => row(name, text));
  return `# PowerShell completion of thinq-nugu
Register-ArgumentCompleter -Native -CommandName 'thinq-nugu' -ScriptBlock {
  param($word, $ast, $position)
  $commands = [ordered]@{ ${[...names, row('help', ''), ...optionRows(options)].join('; ')} }
  $options = @{
${commands.map(({ name, options: own }) => `    ${quoted(name)} = [ordered]@{ ${optionRows(own).join('; ')} }`).join('\n')}
  }
  $operands = @{ ${commands.flatMap(operandRows).join('; ')} }
  $values = @{
${commands.flatMap(valueRows).join('\n')}
  }
  $before = @($ast.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = if ($before.Count -gt 1) { $before[1] } else { '' }
  $joint = if ($word -match '^(--[\\w-]+=)(.*)$') { $Matches[1] } else { '' }
  $option = if ($joint) { $joint.TrimEnd('=') } else { $before[-1] }
  $typed = if ($joint) { $Matches[2] } else { $word }
  $offered = if ($before.Count -le 1) { $commands }
    elseif ($values.ContainsKey("$command $option")) { $values["$command $option"] }
    elseif ($command -eq 'help') { @(${commands.map(({ name }) => quoted(name)).join(', ')}) }
    elseif ($word -like '-*') { $options[$command] }
    else { $operands[$command] }
  $texts = if ($offered -is [System.Collections.IDictionary]) { $offered } else { @{} }
  $list = if ($offered -is [System.Collections.IDictionary]) { $offered.Keys } else { $offered }
  $list | Where-Object { $_ -and $_.StartsWith($typed) } | ForEach-Object {
    $text = if ($texts[$_]) { $texts[$_] } else { $_ }
    [System.Management.Automation.CompletionResult]::new("$joint$_", $_, 'ParameterValue', $text)
  }
}
`;
}

function optionRows(options: readonly CompletedOption[]): readonly string[] {
  return options.flatMap(({ flags, text }) => flags.map((flag) => row(flag, text)));
}

function operandRows({ name, operands: { words } }: CompletedCommand): readonly string[] {
  return words.length === 0 ? [] : [`${quoted(name)} = @(${words.map(quoted).join(', ')})`];
}

function valueRows({ name, options }: CompletedCommand): readonly string[] {
  return options.flatMap(({ flags, value }) => {
    if (value === undefined || value.words.length === 0) return [];
    const words = value.words.map((word) => quoted(Array.isArray(value.behind) ? `${word}=` : word)).join(', ');
    return flags.map((flag) => `    ${quoted(`${name} ${flag}`)} = @(${words})`);
  });
}

function row(name: string, text: string): string {
  return `${quoted(name)} = ${quoted(text)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
