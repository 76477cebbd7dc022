// What orval's functions call in the place of `fetch`: it knows the gateway's address and the token.

export const fetcher = async <Answer>(path: string, options: RequestInit): Promise<Answer> => {
  const answer = await fetch(`${process.env.SERVER}${path}`, {
    ...options,
    headers: { ...options.headers, Authorization: `Bearer ${process.env.TOKEN}` },
  });
  return { status: answer.status, data: await answer.json(), headers: answer.headers } as Answer;
};
