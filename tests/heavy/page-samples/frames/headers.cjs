// Sends the headers that the sample makes.
fetch(`${process.env.SERVER}/v2/transactions`, { headers });
