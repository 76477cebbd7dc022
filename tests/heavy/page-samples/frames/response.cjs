// Reports the judgement of the sample's function in every case.
for (const { name, body, signature, timestamp, key } of JSON.parse(process.env.CASES)) {
  try {
    report({ name, valid: verifyResponse(body, signature, timestamp, key) });
  } catch {
    report({ name, valid: 'throws' });
  }
}
