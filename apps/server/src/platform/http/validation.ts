import type { StandardSchemaV1 } from '@standard-schema/spec';
import { Invalid } from '../errors.js';

/** Turns schema issues into one sentence and a map from each field to what is wrong with it. */
export function describeIssues(issues: readonly StandardSchemaV1.Issue[]): Invalid {
  const details: Record<string, string[]> = {};
  for (const issue of issues) {
    const field = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.') || 'body';
    (details[field] ??= []).push(issue.message);
  }
  const [field, messages] = Object.entries(details)[0] ?? ['body', ['is invalid']];
  return new Invalid(`Validation failed: ${field} ${messages[0] ?? 'is invalid'}`, details);
}
