// How the contract tests are called, in a clone of the project and where they are installed.
import { commandName } from '../../foundation/commands/command-name.ts';

export const { withOptions: contractCommand } = commandName('contract', 'irandargah-contract');
