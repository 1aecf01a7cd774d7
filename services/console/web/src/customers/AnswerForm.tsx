import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Area, Pick, Text } from '../parts/Field';
import { Form } from '../parts/Form';
import * as api from './api';
import { answers, sources, type AnswerState, type Channel, type Purpose } from './wire';

interface Props {
  customer: string;
  purpose: Purpose;
  channel: Channel;
  standing: AnswerState | 'not-asked';
  onDone: (saved: boolean) => void;
}

/** What the customer said just now, to one question: it holds from the moment it is saved. */
export function AnswerForm({ customer, purpose, channel, standing, onDone }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [state, setState] = useState<AnswerState>(standing === 'given' ? 'withdrawn' : 'given');
  const [source, setSource] = useState('call');
  const [wording, setWording] = useState('console-1');
  const [reference, setReference] = useState('');
  const [text, setText] = useState('');
  const save = useMutation({
    mutationFn: () => {
      const proof = { ...(reference.trim() ? { reference: reference.trim() } : {}), ...(text.trim() ? { text: text.trim() } : {}) };
      return api.answer(customer, {
        purpose,
        channel,
        state,
        source,
        wording: wording.trim(),
        ...(Object.keys(proof).length > 0 ? { proof } : {}),
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['customer', customer] });
      onDone(true);
    },
  });
  return (
    <div className="ac-answer">
      <h3>
        {t(`file.purposes.${purpose}`)} · {t(`file.channels.${channel}`)}
      </h3>
      <Form name="answer" save={t('file.consents.save')} failed={t('parts.saveFailed')} failure={save.error} busy={save.isPending} onSave={() => save.mutate()} onCancel={() => onDone(false)}>
        <div className="ac-form-grid">
          <Pick label={t('file.consents.state')} path="state" value={state} options={answers.map((each) => [each, t(`file.answers.${each}`)] as const)} onChange={(value) => setState(value as AnswerState)} />
          <Pick label={t('file.consents.source')} path="source" value={source} options={sources.map((each) => [each, t(`file.sources.${each}`)] as const)} onChange={setSource} />
          <Text label={t('file.consents.wording')} path="wording" value={wording} maxLength={64} hint={t('file.consents.wordingHint')} onChange={setWording} />
          <Text label={t('file.consents.reference')} path="proof.reference" value={reference} maxLength={200} hint={t('file.consents.referenceHint')} onChange={setReference} />
        </div>
        <Area label={t('file.consents.text')} path="proof.text" rows={2} maxLength={2000} value={text} onChange={setText} />
      </Form>
    </div>
  );
}
