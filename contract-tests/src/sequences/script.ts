// A sequence as lines for a shell, so that anybody can see with curl what the run has seen.
import { signing } from '../contract/facts.ts';
import type { SentRequest } from '../judge/exchange.ts';
import { quoted } from '../report/curl.ts';
import { createPace, windowsOf } from '../run/pace.ts';
import { endpointOf } from '../signatures.ts';
import type { Target } from '../targets/target.ts';
import type { Shop } from './memory.ts';
import type { ControlStep, Kept, RequestStep, Step, Trace } from './trace.ts';
import { secretKeyOf, tokenOf } from './world.ts';

const signatureHeader: string = signing.request.signature_header;
const timestampHeader: string = signing.request.timestamp_header;

/** What the lines call a text that they cannot know beforehand. */
type Names = ReadonlyMap<string, string>;

/** A word of the shell: everything as it stands, but for the texts that have a name. */
function word(text: string, names: Names): string {
  const [known] = [...names].filter(([value]) => text.includes(value));
  if (!known) return text === '' ? '' : quoted(text);
  const [value, variable] = known;
  return text
    .split(value)
    .map((piece) => word(piece, names))
    .join(`"$${variable}"`);
}

const isSigned = ({ headers }: SentRequest) => headers[signatureHeader] !== undefined;

/** How far the clock of a shop is ahead, where somebody has moved it. */
const aheadOf = (name: Shop['name']) => `${name}_ahead`;

/** The parts of what is signed, each as the shell has it. */
function signatureOf({ method, path }: SentRequest, secret: string, names: Names): string {
  const parts: Record<string, string> = {
    METHOD: method,
    endpoint: word(endpointOf(path), names),
    body: '"$body"',
    timestamp: '"$at"',
  };
  return `$(sign "$${secret}" ${signing.request.parts.map((part) => parts[part]).join(' ')})`;
}

/** The headers that curl sends by itself, or in the same way. */
const byItself = new Set(['accept', 'content-length']);

function curl({ shop, request }: RequestStep, names: Names): string[] {
  if (!request) return [];
  const { method, path, headers, body } = request;
  const text = body && Buffer.from(body).toString('utf8');
  const signed = isSigned(request);
  const own = Object.entries(headers).filter(
    ([name]) =>
      !byItself.has(name.toLowerCase()) && !(signed && [signatureHeader, timestampHeader].includes(name)),
  );
  const before = signed
    ? [
        `body=${text === undefined ? "''" : word(text, names)}; at=$(( $(date +%s) + \${${aheadOf(shop)}:-0} ))`,
      ]
    : [];
  const signature = signed
    ? [
        `-H "${timestampHeader}: $at"`,
        `-H "${signatureHeader}: ${signatureOf(request, secretKeyOf(shop), names)}"`,
      ]
    : [];
  const data =
    text === undefined
      ? method === 'GET'
        ? []
        : [`-X ${method}`]
      : [`--data-binary ${signed ? '"$body"' : word(text, names)}`];
  const all = [
    'curl -sS -w "\\n%{http_code}\\n"',
    `"$CONTRACT_URL"${word(path, names)}`,
    ...own.map(([name, value]) => `-H ${word(`${name}: ${value}`, names)}`),
    ...signature,
    ...data,
  ];
  return [...before, all.join(' ')];
}

const taken = ({ variable, field }: Kept, from: string) => `${variable}=$(field ${field} < "$work/${from}")`;

/** A line with what later ones need of its answer. */
function kept(line: string, keeps: Kept[], file: string): string[] {
  if (keeps.length === 0) return [line];
  return [`${line} | tee "$work/${file}"`, ...keeps.map((one) => taken(one, file))];
}

function control({ path, body, moves }: ControlStep, names: Names): string[] {
  const line = [
    'curl -sS -w "\\n"',
    `"$CONTRACT_URL"${word(`/_sandbox/${path}`, names)}`,
    "-H 'Content-Type: application/json'",
    `-d ${word(JSON.stringify(body), names)}`,
  ].join(' ');
  if (!moves) return [line];
  const ahead = aheadOf(moves.shop);
  return [line, `${ahead}=$(( \${${ahead}:-0} + ${moves.seconds} ))`];
}

/** Steps that were under way at the same moment stand together. */
function groupsOf(steps: readonly Step[]): Step[][] {
  const groups: Step[][] = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.together !== undefined && last?.[0]?.together === step.together) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** Where `npm run sandbox` listens. */
const defaultSandbox = 'http://127.0.0.1:4020';

const head = (isControlled: boolean, isSigned: boolean, hasOther: boolean) => [
  `# needs bash, curl and sed${isSigned ? ', and openssl for the signatures' : ''}`,
  ...(isControlled
    ? ['# a sandbox of this project listens at $CONTRACT_URL', `: "\${CONTRACT_URL:=${defaultSandbox}}"`]
    : [
        `# with ${[tokenOf('first'), ...(hasOther ? [tokenOf('other')] : [])].join(', ')}${isSigned ? ' and the secret keys' : ''} in the environment`,
      ]),
  'work=$(mktemp -d)',
  `field() { tr -d '\\r\\n' | sed -n "s/.*\\"$1\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p"; }`,
  ...(isSigned
    ? [
        `sign() { local key=$1 text=$2; shift 2; for part in "$@"; do text="$text${signing.request.separator}$part"; done; printf '%s' "$text" | openssl dgst -sha256 -hmac "$key" | sed 's/.*= *//'; }`,
      ]
    : []),
];

/**
 * The lines that repeat a sequence: what it does, and before each what that is for.
 * @param trace the steps, with the values that answers have brought
 */
export function scriptOf(
  { steps: all, keys }: Trace,
  { url, environment, control: isControlled }: Pick<Target, 'url' | 'environment' | 'control'>,
): string[] {
  const steps = all.filter((step) => step.kind === 'control' || step.request);
  const names = new Map<string, string>();
  const used = keys.filter((key) =>
    steps.some((step) => step.kind === 'request' && Object.values(step.request?.headers ?? {}).includes(key)),
  );
  for (const [index, key] of used.entries()) names.set(key, `key${index + 1}`);

  // The lines keep to the limits as the run did; they are sent no faster than this clock runs.
  let now = 0;
  const paces = new Map<string, ReturnType<typeof createPace>>();
  const waits = (step: RequestStep): string[] => {
    const token = step.request?.headers.Authorization ?? '';
    const pace = paces.get(token) ?? createPace({ now: () => now, sleep: async () => {} });
    paces.set(token, pace);
    const signed = step.request !== undefined && isSigned(step.request);
    const windows = windowsOf(step.operation, { signed, isSandbox: environment === 'sandbox' });
    const seconds = Math.ceil(pace.wait(windows) / 1000);
    now += seconds * 1000;
    pace.sent(windows);
    return seconds > 0 ? [`sleep ${seconds}  # so that no limit is tripped`] : [];
  };

  let files = 0;
  const lines = groupsOf(steps).flatMap((group) => {
    const said = group.map(({ says }) => `# ${says}`);
    const before = group.flatMap((step) => (step.kind === 'request' ? waits(step) : []));
    const own = group.map((step) => {
      files++;
      const made = step.kind === 'request' ? curl(step, names) : control(step, names);
      return { step, file: String(files), made };
    });
    const done =
      own.length === 1
        ? own.flatMap(({ step, file, made }) => [
            ...made.slice(0, -1),
            ...kept(made.at(-1) ?? '', step.keeps, file),
          ])
        : [
            ...own.map(({ file, made }) => `{ ${made.join('; ')}; } > "$work/${file}" &`),
            'wait',
            `cat ${own.map(({ file }) => `"$work/${file}"`).join(' ')}`,
            ...own.flatMap(({ step, file }) => step.keeps.map((one) => taken(one, file))),
          ];
    for (const { keeps } of group) for (const { value, variable } of keeps) names.set(value, variable);
    return [...said, ...before, ...done];
  });
  const signed = steps.some(
    (step) => step.kind === 'request' && step.request !== undefined && isSigned(step.request),
  );
  const hasOther = steps.some((step) => step.kind === 'request' && step.shop === 'other');
  return [
    ...head(isControlled !== undefined, signed, hasOther),
    ...(isControlled ? [] : [`CONTRACT_URL=${url}`]),
    ...used.map((_, index) => `key${index + 1}=contract-$RANDOM$RANDOM-${index + 1}`),
    ...lines,
  ];
}
