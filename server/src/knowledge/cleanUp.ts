import { anyOf, type Part, wholeName } from './expressions.ts';

/** How frameworks and languages name code that runs when something ends. All cells are parts of whole names, in any case. */
interface Endings {
  readonly name: string;
  /** Verbs that only ever end something, whatever stands behind them: `unsubscribeAll`. */
  readonly ends?: readonly Part[];
  /** Verbs that end a program's own things, and appliances as well: what stands behind them tells. */
  readonly may?: readonly Part[];
  /** Whole names. */
  readonly hooks?: readonly Part[];
}

const ENDINGS: readonly Endings[] = [
  {
    name: 'most',
    ends: [
      ...[
        'disconnect',
        'de_?register',
        'un_?register',
        'un_?subscribe',
        'clean_?up',
        'tear_?down',
        'shut_?down',
        'dispose',
      ],
      ...['unload', 'destroy', 'de_?init(?:iali[sz]e)?', 'log_?out', 'sign_?out'],
    ],
    may: [
      'close',
      'stop',
      'exit',
      'quit',
      'terminate',
      'finali[sz]e',
      'release',
      'detach',
      'deactivate',
      'drop',
      'end',
    ],
  },
  { name: 'Home Assistant', hooks: ['will_remove_from_hass', 'remove_entry', 'remove_config_entry_device'] },
  { name: 'Node.js', hooks: ['sigterm', 'sigint', 'before_?exit'] },
  {
    name: 'React, Vue, Angular, Nest',
    hooks: [
      'component_?will_?unmount',
      'before_?(?:destroy|unmount)',
      'unmounted',
      'module_?destroy',
      'application_?shutdown',
    ],
  },
  { name: 'Android', hooks: ['cleared', 'pre_?destroy'] },
  { name: "Swift's", hooks: ['application_?will_?terminate', 'dealloc', 'defer'] },
  { name: "Python's", hooks: ['__a?exit__', '__del__', 'aclose'] },
  { name: "PHP's", hooks: ['__destruct'] },
  { name: "Ruby's", hooks: ['at_exit'] },
];

const cells = (cell: 'ends' | 'may' | 'hooks'): readonly Part[] => ENDINGS.flatMap((row) => row[cell] ?? []);

/** A program's own things that end: `closeSession`, `stop_polling`. */
const OWN_THINGS: readonly Part[] = [
  ...['all', 'it', 'sessions?', 'clients?', 'connections?', 'poll(?:ing|er)', 'listen(?:ing|ers?)', 'streams?', 'mqtt'],
  ...[
    'subscriptions?',
    'events?',
    'service',
    'server',
    'bridge',
    'plugin',
    'app',
    'push(?:es)?',
    'updates?',
    'loop',
    'worker',
  ],
];

/** In front of and behind a verb it says when the function runs: `async_stop`, `onDestroy`, `ngOnDestroy`, `StopAsync`. */
const WHEN = '_*(?:ng_?)?(?:async_?|on_?|do_?|will_?|handle_?)*';
const ends = new RegExp(`^${WHEN}${anyOf(cells('ends'))}`, 'i');
const endsOwn = wholeName(
  [`${WHEN}(?:${anyOf(cells('may'))}(?:_?${anyOf(OWN_THINGS)})*|${anyOf(cells('hooks'))})(?:_?(?:async|entry|now))?`],
  'i',
);

/** Whether a function's name says that it ends something, so that nobody acts where it fails: `dispose`, `async_stop`. */
export function isCleanUp(name: string): boolean {
  return ends.test(name) || endsOwn.test(name);
}

/** Methods by which programs take back what they have told the service: `async_delete_push_subscribe`. */
const takesBack = /delete_?\w*(?:subscri|regist|client|push|event)/i;

/** Whether what is called only ends something: `api.disconnect()`. */
export function endsSomething(call: string): boolean {
  return takesBack.test(call) || ends.test(call);
}

/** Whether what is called has an appliance do something: its failure is somebody's matter even at the end. */
export function controlsAppliance(call: string): boolean {
  return /control|command|turn_?o/i.test(call);
}
