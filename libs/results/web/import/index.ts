export { OpenMeasurementImport } from './OpenMeasurementImport';
