import type { Interpreter as InterpreterView, InterpreterPage as PageView, InterpreterRow as RowView } from '@dragoman/contracts';
import type { InterpreterDetail, InterpreterPage, InterpreterRow } from '@dragoman/interpreters';

export const presentInterpreter = (interpreter: InterpreterDetail): InterpreterView => ({
  id: interpreter.id,
  version: interpreter.version,
  active: interpreter.active,
  displayName: interpreter.displayName,
  gender: interpreter.gender,
  phone: interpreter.phone,
  email: interpreter.email,
  zone: interpreter.zone,
  radiusKm: interpreter.radiusKm,
  transport: interpreter.transport,
  modalities: interpreter.modalities,
  hourlyRate: interpreter.hourlyRate,
  roles: interpreter.roles,
  servesRequests: interpreter.servesRequests,
  dailyCapMinutes: interpreter.dailyCapMinutes,
  skills: interpreter.skills,
  hours: interpreter.hours,
  organisationHours: interpreter.organisationHours,
  isInHouse: interpreter.isInHouse,
  exceptions: interpreter.exceptions,
});

export const presentInterpreterRow = ({ id, displayName, languages, modalities, active, credentialExpiresOn }: InterpreterRow): RowView => ({
  id,
  displayName,
  languages,
  modalities,
  active,
  credentialExpiresOn,
});

export const presentInterpreterPage = ({ items, next }: InterpreterPage): PageView => ({
  items: items.map(presentInterpreterRow),
  next,
});
