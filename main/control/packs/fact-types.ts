// The facts as types of CEL, taken from the published JSON schema of our own model: a field that a pack misspells is found
// when the pack is loaded, not when an image is judged. Facts become instances of these types, whole numbers become CEL's ints.
import type { Environment } from "@marcbachmann/cel-js";
import { z } from "zod";

interface Shape {
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, Shape>> | undefined;
  readonly additionalProperties?: Shape | boolean | undefined;
  readonly items?: Shape | undefined;
  readonly anyOf?: readonly Shape[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
}

/** A type of CEL, and what makes a value of it from plain data. `undefined` is a value that is not there. */
export interface FactType {
  readonly name: string;
  readonly from: (value: unknown) => unknown;
}

type Constructor = new () => object;

/**
 * The type of a model's schema, registered in `environment` with all types below it under `name`. `only` are the fields that
 * may be seen. A value that is null or absent is absent: `has(x.y)` tells.
 */
export function registerFacts(
  environment: Environment,
  name: string,
  schema: z.ZodType,
  only?: readonly string[],
): FactType {
  const shape = z.toJSONSchema(schema, { io: "output", unrepresentable: "any", reused: "inline" }) as Shape;
  return typeOf(environment, name, only === undefined ? shape : { ...shape, properties: picked(shape, only) });
}

function picked({ properties = {} }: Shape, only: readonly string[]): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(properties).filter(([field]) => only.includes(field)));
}

function typeOf(environment: Environment, name: string, shape: Shape): FactType {
  const choices = shape.anyOf?.filter(({ type }) => type !== "null");
  if (choices !== undefined) {
    const [first] = choices;
    return first !== undefined && choices.length === 1 ? typeOf(environment, name, first) : dynamic;
  }
  switch (shape.type) {
    case "string":
      return { name: "string", from: (value) => (typeof value === "string" ? value : undefined) };
    case "boolean":
      return { name: "bool", from: (value) => (typeof value === "boolean" ? value : undefined) };
    case "integer":
      return { name: "int", from: (value) => (Number.isInteger(value) ? BigInt(value as number) : undefined) };
    case "number":
      return { name: "double", from: (value) => (typeof value === "number" ? value : undefined) };
    case "array":
      return shape.items === undefined ? listOf(dynamic) : listOf(typeOf(environment, name, shape.items));
    case "object":
      return shape.properties === undefined
        ? mapOf(environment, name, shape)
        : message(environment, name, shape.properties);
    default:
      return shape.enum?.every((item) => typeof item === "string") === true
        ? { name: "string", from: (value) => (typeof value === "string" ? value : undefined) }
        : dynamic;
  }
}

/** Data whose form the model does not say. */
const dynamic: FactType = { name: "dyn", from: anything };

function anything(value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : value;
  if (Array.isArray(value)) return value.map(anything).filter((item) => item !== undefined);
  if (typeof value === "object") return asMap(value, anything);
  return typeof value === "string" || typeof value === "boolean" ? value : undefined;
}

function listOf(item: FactType): FactType {
  return {
    name: item === dynamic ? "list" : `list<${item.name}>`,
    from: (value) =>
      Array.isArray(value) ? value.map(item.from).filter((element) => element !== undefined) : undefined,
  };
}

function mapOf(environment: Environment, name: string, { additionalProperties }: Shape): FactType {
  const item = typeof additionalProperties === "object" ? typeOf(environment, name, additionalProperties) : dynamic;
  return {
    name: `map<string, ${item.name}>`,
    from: (value) => (isObject(value) ? asMap(value, item.from) : undefined),
  };
}

function message(environment: Environment, name: string, properties: Readonly<Record<string, Shape>>): FactType {
  const fields = Object.entries(properties).map(
    ([field, shape]) => [field, typeOf(environment, `${name}.${field}`, shape)] as const,
  );
  const ctor: Constructor = class {};
  environment.registerType(name, {
    ctor,
    fields: Object.fromEntries(fields.map(([field, type]) => [field, type.name])),
  });
  return {
    name,
    from: (value) => {
      if (!isObject(value)) return undefined;
      const made = new ctor();
      for (const [field, type] of fields) {
        const content = type.from(Object.hasOwn(value, field) ? value[field] : undefined);
        if (content !== undefined) Object.defineProperty(made, field, { value: content, enumerable: true });
      }
      return made;
    },
  };
}

/** A Map and not an object: the keys are an image's, and `constructor` may be one of them. */
function asMap(value: object, from: FactType["from"]): Map<string, unknown> {
  const entries = Object.entries(value).map(([key, content]) => [key, from(content)] as const);
  return new Map(entries.filter(([, content]) => content !== undefined));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
