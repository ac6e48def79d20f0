import type { ru } from '../locales/ru';
import { languages } from '../locales';

type ItemFormat = keyof typeof ru.case.format;
type Discipline = keyof typeof ru.case.discipline;

export const isItemFormat = (kind: string): kind is ItemFormat => Object.hasOwn(languages.ru.case.format, kind);

export const isDiscipline = (kind: string): kind is Discipline => Object.hasOwn(languages.ru.case.discipline, kind);
