import { text as talks } from 'demarche:case/ukraine-talks-2025';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { documentOf } from '../document/document.ts';
import { DocumentContext } from '../document/use-document.ts';
import { Page } from './Page.tsx';
import './style.css';

const document = documentOf(talks);

createRoot(globalThis.document.getElementById('page')!).render(
  <StrictMode>
    <DocumentContext value={document}>
      <Page />
    </DocumentContext>
  </StrictMode>,
);
