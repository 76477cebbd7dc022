// How orval is told of the document; the environment names its file.
export default {
  gateway: {
    input: process.env.DOCUMENT,
    output: {
      target: 'out/api.ts',
      client: 'fetch',
      headers: true,
      override: { mutator: { path: 'fetcher.ts', name: 'fetcher' } },
    },
  },
};
