// How the sandbox is called, in a clone of the project and where it is installed.
import { commandName as nameOf } from '../../../foundation/commands/command-name.ts';

export const { start: startCommand, withOptions: commandName } = nameOf('sandbox', 'irandargah-sandbox');
