export { blindCase } from '@demarche/report/words';
