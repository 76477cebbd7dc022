// The parts of an OpenAPI document that the site reads.

export interface OpenApiDocument {
  info: { title: string; version: string; summary?: string };
  tags?: { name: string; [extension: `x-${string}`]: unknown }[];
}
