// Sends the very text that the sample signs.
fetch(`${process.env.SERVER}/v2/${endpoint}`, { method, headers, body });
