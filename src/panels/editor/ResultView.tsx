import { controllerOf } from '../../api/objects.ts';
import type { Failure } from '../../api/status.ts';
import { t } from '../../i18n/i18n.ts';
import type { Applied } from './applyDocuments.ts';
import type { Place } from './documents.ts';
import type { Result } from './useEditor.ts';

interface Properties {
  result: Result | undefined;
  onGoTo(place: Place): void;
  onReplace(applied: Applied): void;
}

/** What the API server answered, in its own words, with the way to each place and what to do next. */
export function ResultView({ result, onGoTo, onReplace }: Properties) {
  return (
    <div className="editor-result" role="status" aria-live="polite">
      {result?.kind === 'text' &&
        result.errors.map((error) => (
          <p key={`${error.line}:${error.message}`} className="editor-error">
            <GoTo place={error} onGoTo={onGoTo} />
            {t('editor.textError', { line: error.line, message: error.message })}
          </p>
        ))}
      {result?.kind === 'nothing' && <p className="editor-error">{t('editor.nothing')}</p>}
      {result?.kind === 'unreachable' && (
        <p className="editor-error">{t('editor.unreachable', { message: result.message })}</p>
      )}
      {result?.kind === 'applied' &&
        result.applied.map((applied) => (
          <Outcome key={`${applied.name}@${applied.document.place.line}`} {...{ applied, onGoTo, onReplace }} />
        ))}
    </div>
  );
}

function Outcome({ applied, onGoTo, onReplace }: { applied: Applied } & Pick<Properties, 'onGoTo' | 'onReplace'>) {
  const { name, outcome, warnings, document } = applied;
  return (
    <>
      {warnings.map((message) => (
        <p key={message} className="editor-warning">
          {t('editor.warning', { message })}
        </p>
      ))}
      {typeof outcome === 'string' ? (
        <p className="editor-done">
          {name} {outcome}
        </p>
      ) : (
        <div className="editor-error">
          <p>{`Error from server (${outcome.reason}): ${outcome.message}`}</p>
          {(outcome.details?.causes ?? []).map(({ field = '', message = '' }) => (
            <p key={`${field}${message}`} className="editor-cause">
              <GoTo place={document.placeOf(field)} onGoTo={onGoTo} /> <code>{field}</code>
            </p>
          ))}
          {isFixedField(outcome) && !controllerOf(document.object) && (
            <p className="editor-next">
              {t('editor.replaceHint')}{' '}
              <button type="button" className="button" onClick={() => onReplace(applied)}>
                {t('editor.replace')}
              </button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

function isFixedField({ message }: Failure): boolean {
  return message.includes('pod updates may not change fields other than');
}

function GoTo({ place, onGoTo }: { place: Place; onGoTo(place: Place): void }) {
  return (
    <button type="button" className="editor-goto" onClick={() => onGoTo({ ...place })}>
      {t('editor.line', { line: place.line })}
    </button>
  );
}
