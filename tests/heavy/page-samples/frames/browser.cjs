// The browser that a sample takes for granted: all that it asks of it is to go somewhere else.
globalThis.window = { location: {} };
