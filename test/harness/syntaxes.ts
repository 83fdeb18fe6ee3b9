/** How a language writes what programs about codes are made of, as far as files of any length can be made of it. */
export interface Syntax {
  readonly name: string;
  readonly path: string;
  /** A whole file. @param declarations what stands at its top @param statements of a function that is given `error` */
  file(declarations: readonly string[], statements: readonly string[]): string;
  constant(name: string, code: string): string;
  list(name: string, items: readonly string[]): string;
  map(name: string, entries: readonly (readonly [key: string, value: string])[]): string;
  /** A list of one item, which is a text or such a list. */
  nested(item: string): string;
  /** Whether the code of `error` is one, which may be a name. */
  test(code: string): string;
  either(conditions: readonly string[]): string;
  branch(condition: string): string;
  chain(conditions: readonly string[]): string;
  choice(codes: readonly string[]): string;
  /** A function that asks ThinQ for something and deals with one code. */
  handler(name: string, code: string): string;
  /** A response of NUGU's. */
  answer(name: string, code: string): string;
  /** A statement that gives a code to something. */
  call(code: string): string;
  /** Calls behind one another, each with a code. */
  calls(codes: readonly string[]): string;
  comment(text: string): string;
}

const ABOUT = 'ThinQAPIException smartHomeDevice';
const quoted = (text: string): string => `"${text}"`;
const lines = (parts: readonly string[]): string => parts.join('\n');
const indented = (parts: readonly string[]): string => lines(parts).replace(/^(?=.)/gm, '  ');

/** What most languages write alike. */
const COMMON = {
  nested: (item: string) => `[${item}]`,
  test: (code: string) => `error.code == ${code}`,
  either: (conditions: readonly string[]) => conditions.join(' || '),
  branch: (condition: string) => `if (${condition}) { send(1); return; }`,
  chain: (conditions: readonly string[]) => conditions.map((one, i) => `if (${one}) { send(${i}); }`).join(' else '),
  call: (code: string) => `send(${code}, 1);`,
  calls: (codes: readonly string[]) => `made${codes.map((code) => `.put(${code}, 1)`).join('')};`,
  comment: (text: string) => `// ${text}`,
};
const choice = (codes: readonly string[]): string =>
  `switch (error.code) {\n${codes.map((code, i) => `  case ${code}:\n    send(${i});\n    break;`).join('\n')}\n}`;

const script = {
  ...COMMON,
  test: (code: string) => `error.code === ${code}`,
  choice,
  constant: (name: string, code: string) => `const ${name} = ${code};`,
  list: (name: string, items: readonly string[]) => `const ${name} = [${items.join(', ')}];`,
  map: (name: string, entries: readonly (readonly [string, string])[]) =>
    `const ${name} = {\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n};`,
  handler: (name: string, code: string) =>
    `async function ${name}() {\n  try {\n    return await thinq.getDevices();\n  } catch (error) {\n    if (error.code === ${code}) return "wait";\n    log(error);\n  }\n}`,
  answer: (name: string, code: string) =>
    `const ${name} = { resultCode: ${code}, smartHomeDevice: { id: "${name}" } };`,
};
const inClass = (declarations: readonly string[], head: string, statements: readonly string[]): string =>
  `// ${ABOUT}\nclass Device {\n${indented(declarations)}\n  ${head} {\n${indented(statements)}\n  }\n}\n`;

export const SYNTAXES: readonly Syntax[] = [
  {
    ...script,
    name: 'TypeScript',
    path: 'device.ts',
    file: (declarations, statements) =>
      `// ${ABOUT}\n${lines(declarations)}\nfunction on(error: ThinQAPIException) {\n${indented(statements)}\n}\n`,
  },
  {
    ...script,
    name: 'JavaScript',
    path: 'device.js',
    file: (declarations, statements) =>
      `// ${ABOUT}\n${lines(declarations)}\nfunction on(error) {\n${indented(statements)}\n}\n`,
  },
  {
    name: 'Python',
    path: 'device.py',
    file: (declarations, statements) =>
      `# ${ABOUT}\n${lines(declarations)}\n\ndef on(error: ThinQAPIException):\n${statements.length > 0 ? indented(statements) : '  pass'}\n`,
    constant: (name, code) => `${name} = ${code}`,
    list: (name, items) => `${name} = [${items.join(', ')}]`,
    map: (name, entries) => `${name} = {\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n}`,
    nested: (item) => `[${item}]`,
    test: (code) => `error.code == ${code}`,
    either: (conditions) => conditions.join(' or '),
    branch: (condition) => `if ${condition}:\n  send(1)\n  return`,
    chain: (conditions) => conditions.map((one, i) => `${i > 0 ? 'el' : ''}if ${one}:\n  send(${i})`).join('\n'),
    choice: (codes) => `match error.code:\n${codes.map((code, i) => `  case ${code}:\n    send(${i})`).join('\n')}`,
    handler: (name, code) =>
      `async def ${name}():\n  try:\n    return await thinq.get_devices()\n  except ThinQAPIException as error:\n    if error.code == ${code}:\n      return "wait"\n    log(error)\n`,
    answer: (name, code) => `${name} = {"resultCode": ${code}, "smartHomeDevice": {"id": "${name}"}}`,
    call: (code) => `send(${code}, 1)`,
    calls: (codes) => `made${codes.map((code) => `.put(${code}, 1)`).join('')}`,
    comment: (text) => `# ${text}`,
  },
  {
    ...COMMON,
    name: 'Java',
    path: 'Device.java',
    file: (declarations, statements) => inClass(declarations, 'void on(ThinQAPIException error)', statements),
    constant: (name, code) => `static final String ${name} = ${code};`,
    list: (name, items) => `static final List<String> ${name} = List.of(${items.join(', ')});`,
    map: (name, entries) =>
      `static final Map<String, String> ${name} = Map.ofEntries(\n${entries.map(([key, value]) => `  Map.entry(${key}, ${value})`).join(',\n')}\n);`,
    nested: (item) => `List.of(${item})`,
    test: (code) => `error.getCode().equals(${code})`,
    choice: (codes) => choice(codes).replace('error.code', 'error.getCode()'),
    handler: (name, code) =>
      `String ${name}() {\n  try {\n    return thinq.getDevices();\n  } catch (ThinQAPIException error) {\n    if (error.getCode().equals(${code})) return "wait";\n    log(error);\n  }\n  return null;\n}`,
    answer: (name, code) =>
      `Object ${name} = Map.of("resultCode", ${code}, "smartHomeDevice", Map.of("id", "${name}"));`,
  },
  {
    ...COMMON,
    name: 'Kotlin',
    path: 'Device.kt',
    file: (declarations, statements) =>
      `// ${ABOUT}\n${lines(declarations)}\nfun on(error: ThinQAPIException) {\n${indented(statements)}\n}\n`,
    constant: (name, code) => `const val ${name} = ${code}`,
    list: (name, items) => `val ${name} = listOf(${items.join(', ')})`,
    map: (name, entries) =>
      `val ${name} = mapOf(\n${entries.map(([key, value]) => `  ${key} to ${value}`).join(',\n')}\n)`,
    nested: (item) => `listOf(${item})`,
    choice: (codes) => `when (error.code) {\n${codes.map((code, i) => `  ${code} -> send(${i})`).join('\n')}\n}`,
    handler: (name, code) =>
      `fun ${name}(): String? {\n  try {\n    return thinq.getDevices()\n  } catch (error: ThinQAPIException) {\n    if (error.code == ${code}) return "wait"\n    log(error)\n  }\n  return null\n}`,
    answer: (name, code) =>
      `val ${name} = mapOf("resultCode" to ${code}, "smartHomeDevice" to mapOf("id" to "${name}"))`,
    branch: (condition) => `if (${condition}) { send(1); return }`,
    call: (code) => `send(${code}, 1)`,
    calls: (codes) => `made${codes.map((code) => `.put(${code}, 1)`).join('')}`,
  },
  {
    ...COMMON,
    name: 'C#',
    path: 'Device.cs',
    file: (declarations, statements) => inClass(declarations, 'void On(ThinQAPIException error)', statements),
    constant: (name, code) => `const string ${name} = ${code};`,
    list: (name, items) => `static readonly string[] ${name} = { ${items.join(', ')} };`,
    map: (name, entries) =>
      `static readonly Dictionary<string, string> ${name} = new() {\n${entries.map(([key, value]) => `  [${key}] = ${value},`).join('\n')}\n};`,
    nested: (item) => `new object[] { ${item} }`,
    test: (code) => `error.Code == ${code}`,
    choice: (codes) => choice(codes).replace('error.code', 'error.Code'),
    handler: (name, code) =>
      `async Task<string> ${name}() {\n  try {\n    return await thinq.GetDevices();\n  } catch (ThinQAPIException error) {\n    if (error.Code == ${code}) return "wait";\n    Log(error);\n  }\n  return null;\n}`,
    answer: (name, code) => `object ${name} = new { resultCode = ${code}, smartHomeDevice = new { id = "${name}" } };`,
  },
  {
    ...COMMON,
    name: 'Go',
    path: 'device.go',
    file: (declarations, statements) =>
      `// ${ABOUT}\npackage device\n\n${lines(declarations)}\n\nfunc on(error *ThinQAPIException) {\n${indented(statements)}\n}\n`,
    constant: (name, code) => `const ${name} = ${code}`,
    list: (name, items) => `var ${name} = []string{${items.join(', ')}}`,
    map: (name, entries) =>
      `var ${name} = map[string]string{\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n}`,
    nested: (item) => `[]any{${item}}`,
    test: (code) => `error.Code == ${code}`,
    branch: (condition) => `if ${condition} {\n  send(1)\n  return\n}`,
    chain: (conditions) => conditions.map((one, i) => `if ${one} {\n  send(${i})\n}`).join(' else '),
    choice: (codes) => `switch error.Code {\n${codes.map((code, i) => `case ${code}:\n  send(${i})`).join('\n')}\n}`,
    handler: (name, code) =>
      `func ${name}() string {\n  devices, err := thinq.GetDevices()\n  if err != nil {\n    if err.Code == ${code} {\n      return "wait"\n    }\n    log(err)\n  }\n  return devices\n}`,
    answer: (name, code) =>
      `var ${name} = map[string]any{"resultCode": ${code}, "smartHomeDevice": map[string]any{"id": "${name}"}}`,
    call: (code) => `send(${code}, 1)`,
    calls: (codes) => `made${codes.map((code) => `.Put(${code}, 1)`).join('')}`,
  },
  {
    ...COMMON,
    name: 'Swift',
    path: 'Device.swift',
    file: (declarations, statements) =>
      `// ${ABOUT}\n${lines(declarations)}\nfunc on(error: ThinQAPIException) {\n${indented(statements)}\n}\n`,
    constant: (name, code) => `let ${name} = ${code}`,
    list: (name, items) => `let ${name} = [${items.join(', ')}]`,
    map: (name, entries) => `let ${name} = [\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n]`,
    branch: (condition) => `if ${condition} {\n  send(1)\n  return\n}`,
    chain: (conditions) => conditions.map((one, i) => `if ${one} {\n  send(${i})\n}`).join(' else '),
    choice: (codes) =>
      `switch error.code {\n${codes.map((code, i) => `case ${code}:\n  send(${i})`).join('\n')}\ndefault: break\n}`,
    handler: (name, code) =>
      `func ${name}() async -> String? {\n  do {\n    return try await thinq.getDevices()\n  } catch let error as ThinQAPIException {\n    if error.code == ${code} { return "wait" }\n    log(error)\n  }\n  return nil\n}`,
    answer: (name, code) =>
      `let ${name}: [String: Any] = ["resultCode": ${code}, "smartHomeDevice": ["id": "${name}"]]`,
    call: (code) => `send(${code}, 1)`,
    calls: (codes) => `made${codes.map((code) => `.put(${code}, 1)`).join('')}`,
  },
  {
    ...COMMON,
    name: 'Dart',
    path: 'device.dart',
    file: (declarations, statements) =>
      `// ${ABOUT}\n${lines(declarations)}\nvoid on(ThinQAPIException error) {\n${indented(statements)}\n}\n`,
    choice,
    constant: (name, code) => `const ${name} = ${code};`,
    list: (name, items) => `const ${name} = [${items.join(', ')}];`,
    map: (name, entries) => `const ${name} = {\n${entries.map(([key, value]) => `  ${key}: ${value},`).join('\n')}\n};`,
    handler: (name, code) =>
      `Future<String?> ${name}() async {\n  try {\n    return await thinq.getDevices();\n  } on ThinQAPIException catch (error) {\n    if (error.code == ${code}) return "wait";\n    log(error);\n  }\n  return null;\n}`,
    answer: (name, code) => `final ${name} = {"resultCode": ${code}, "smartHomeDevice": {"id": "${name}"}};`,
  },
  {
    ...COMMON,
    name: 'PHP',
    path: 'device.php',
    file: (declarations, statements) =>
      `<?php\n// ${ABOUT}\n${lines(declarations)}\nfunction on(ThinQAPIException $error) {\n${indented(statements)}\n}\n`,
    constant: (name, code) => `const ${name} = ${code};`,
    list: (name, items) => `const ${name} = [${items.join(', ')}];`,
    map: (name, entries) =>
      `const ${name} = [\n${entries.map(([key, value]) => `  ${key} => ${value},`).join('\n')}\n];`,
    test: (code) => `$error->code === ${code}`,
    choice: (codes) => choice(codes).replace('error.code', '$error->code'),
    handler: (name, code) =>
      `function ${name}() {\n  try {\n    return $thinq->getDevices();\n  } catch (ThinQAPIException $error) {\n    if ($error->code === ${code}) return "wait";\n    log($error);\n  }\n}`,
    answer: (name, code) => `const ${name} = ["resultCode" => ${code}, "smartHomeDevice" => ["id" => "${name}"]];`,
    calls: (codes) => `$made${codes.map((code) => `->put(${code}, 1)`).join('')};`,
  },
  {
    name: 'Ruby',
    path: 'device.rb',
    file: (declarations, statements) =>
      `# ${ABOUT}\n${lines(declarations)}\ndef on(error)\n${indented(statements)}\nend\n`,
    constant: (name, code) => `${name.toUpperCase()} = ${code}`,
    list: (name, items) => `${name.toUpperCase()} = [${items.join(', ')}]`,
    map: (name, entries) =>
      `${name.toUpperCase()} = {\n${entries.map(([key, value]) => `  ${key} => ${value},`).join('\n')}\n}`,
    nested: (item) => `[${item}]`,
    test: (code) => `error.code == ${code}`,
    either: (conditions) => conditions.join(' || '),
    branch: (condition) => `if ${condition}\n  send(1)\n  return\nend`,
    chain: (conditions) =>
      `${conditions.map((one, i) => `${i > 0 ? 'els' : ''}if ${one}\n  send(${i})`).join('\n')}\nend`,
    choice: (codes) => `case error.code\n${codes.map((code, i) => `when ${code}\n  send(${i})`).join('\n')}\nend`,
    handler: (name, code) =>
      `def ${name}\n  thinq.get_devices\nrescue ThinQAPIException => error\n  return "wait" if error.code == ${code}\n  log(error)\nend`,
    answer: (name, code) => `${name.toUpperCase()} = { resultCode: ${code}, smartHomeDevice: { id: "${name}" } }`,
    call: (code) => `send(${code}, 1)`,
    calls: (codes) => `made${codes.map((code) => `.put(${code}, 1)`).join('')}`,
    comment: (text) => `# ${text}`,
  },
  {
    ...COMMON,
    name: 'Rust',
    path: 'device.rs',
    file: (declarations, statements) =>
      `// ${ABOUT}\n${lines(declarations)}\nfn on(error: ThinQAPIException) {\n${indented(statements)}\n}\n`,
    constant: (name, code) => `const ${name}: &str = ${code};`,
    list: (name, items) => `const ${name}: &[&str] = &[${items.join(', ')}];`,
    map: (name, entries) =>
      `static ${name}: phf::Map<&str, &str> = phf_map! {\n${entries.map(([key, value]) => `  ${key} => ${value},`).join('\n')}\n};`,
    nested: (item) => `vec![${item}]`,
    branch: (condition) => `if ${condition} {\n  send(1);\n  return;\n}`,
    chain: (conditions) => conditions.map((one, i) => `if ${one} {\n  send(${i});\n}`).join(' else '),
    choice: (codes) =>
      `match error.code {\n${codes.map((code, i) => `  ${code} => send(${i}),`).join('\n')}\n  _ => {}\n}`,
    handler: (name, code) =>
      `fn ${name}() -> Option<String> {\n  match thinq.get_devices() {\n    Ok(devices) => Some(devices),\n    Err(error) => {\n      if error.code == ${code} {\n        return Some("wait");\n      }\n      log(error);\n      None\n    }\n  }\n}`,
    answer: (name, code) =>
      `fn ${name}() -> Value {\n  json!({"resultCode": ${code}, "smartHomeDevice": {"id": "${name}"}})\n}`,
  },
];

/** Puts a text into quotes, as all of these languages have them. */
export const inQuotes = quoted;
