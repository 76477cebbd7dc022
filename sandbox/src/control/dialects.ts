// Control API: the dialects, listed and chosen for a terminal.
import { allDialects } from '../../../foundation/dialects/catalogue.ts';
import { setDialects as set } from '../terminals/terminals.ts';
import { type ControlHandler, existing } from './workshop.ts';

export const listDialects: ControlHandler<'listDialects'> = async (_call, { services }) => ({
  dialects: Object.entries(allDialects()).map(([name, { 'x-dialect': dialect }]) => ({
    name,
    summary: dialect.summary,
    decisions: dialect.decisions,
    includes: dialect.includes ?? [],
  })),
  spoken_by_default: [...services.contracts.byDefault.dialects] as never,
});

export const setDialects: ControlHandler<'setDialects'> = async ({ path, body }, { services }) => {
  const id = await existing(services, path.terminal ?? '');
  await set(services, id, body.dialects);
  return { dialects: body.dialects ?? ([...services.contracts.byDefault.dialects] as never) };
};
