import { Bullseye, Button, EmptyState, EmptyStateBody, EmptyStateFooter, Spinner } from '@patternfly/react-core';
import { DisconnectedIcon, UserIcon } from '@patternfly/react-icons';
import { useQuery } from '@tanstack/react-query';
import { Suspense, lazy, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from './api/calls';
import { useConnection } from './app/connection';
import { LoggedOut } from './app/LoggedOut';
import { Shell } from './app/Shell';
import { noteBusinessClock } from './app/time';
import { useView, type View } from './app/view';
import { fileViews } from './customers/rights';
import { Desk } from './desk/Desk';
import { WaitingNotice } from './transfer/WaitingNotice';

const Counter = lazy(() => import('./counter/Counter').then(({ Counter }) => ({ default: Counter })));
const Queue = lazy(() => import('./queue/Queue').then(({ Queue }) => ({ default: Queue })));
const Transfers = lazy(() => import('./transfer/Transfers').then(({ Transfers }) => ({ default: Transfers })));
const Reactions = lazy(() => import('./reaction/Reactions').then(({ Reactions }) => ({ default: Reactions })));
const Debriefs = lazy(() => import('./difficult/Debriefs').then(({ Debriefs }) => ({ default: Debriefs })));
const Customers = lazy(() => import('./customers/Customers').then(({ Customers }) => ({ default: Customers })));
const Duplicates = lazy(() => import('./duplicates/Duplicates').then(({ Duplicates }) => ({ default: Duplicates })));
const Segments = lazy(() => import('./segments/Segments').then(({ Segments }) => ({ default: Segments })));
const Care = lazy(() => import('./care/Care').then(({ Care }) => ({ default: Care })));
const Privacy = lazy(() => import('./privacy/Privacy').then(({ Privacy }) => ({ default: Privacy })));
const Programmes = lazy(() => import('./programmes/Programmes').then(({ Programmes }) => ({ default: Programmes })));
const Staffing = lazy(() => import('./staffing/Staffing').then(({ Staffing }) => ({ default: Staffing })));
const Team = lazy(() => import('./team/Team').then(({ Team }) => ({ default: Team })));
const Messages = lazy(() => import('./messages/Messages').then(({ Messages }) => ({ default: Messages })));

export function App() {
  const { t } = useTranslation();
  const { lost, loggedOut } = useConnection();
  const [view] = useView();
  // Asked again and again: it keeps the session alive, and shows soon when the connection is back.
  const me = useQuery({
    queryKey: ['me'],
    queryFn: calls.me,
    refetchInterval: lost || loggedOut ? 3_000 : 60_000,
    refetchOnWindowFocus: true,
  });
  useEffect(() => {
    if (me.data) noteBusinessClock(me.data.time);
  }, [me.data]);

  if (me.data === undefined) {
    return (
      <Bullseye className="ac-alone">
        {loggedOut ? (
          <LoggedOut />
        ) : me.isError ? (
          <EmptyState titleText={t('session.unreachableTitle')} headingLevel="h1" icon={DisconnectedIcon}>
            <EmptyStateBody>{t('session.unreachableText')}</EmptyStateBody>
            <EmptyStateFooter>
              <Button onClick={() => void me.refetch()}>{t('app.tryAgain')}</Button>
            </EmptyStateFooter>
          </EmptyState>
        ) : (
          <Spinner aria-label={t('app.loading')} />
        )}
      </Bullseye>
    );
  }

  const { roles, store } = me.data;
  const works = roles.includes('agent') || roles.includes('pharmacist');
  const oversees = roles.includes('supervisor');
  const plans = roles.includes('care-manager');
  const sells = roles.includes('dispenser') && store !== undefined;
  const advises = roles.includes('pharmacist');
  const takesOver = advises || oversees || sells;
  const views: View[] = [
    ...(works ? (['desk'] as const) : []),
    ...(oversees ? (['queue'] as const) : []),
    ...(sells ? (['counter', 'day'] as const) : []),
    ...(takesOver ? (['transfers'] as const) : []),
    ...(advises || oversees ? (['reactions'] as const) : []),
    ...(works ? (['debriefs'] as const) : []),
    ...fileViews(roles),
    ...(oversees || plans ? (['programmes'] as const) : []),
    ...(oversees ? (['staffing', 'team'] as const) : []),
    ...(oversees || plans ? (['messages'] as const) : []),
  ];
  // An address that is not this user's leads to their first view.
  const shown = views.includes(view) ? view : (views[0] ?? 'none');
  const loading = (
    <Bullseye>
      <Spinner aria-label={t('app.loading')} />
    </Bullseye>
  );
  return (
    <Shell me={me.data} views={views.length > 1 ? views : []} shown={shown}>
      {loggedOut && <LoggedOut />}
      {takesOver && shown !== 'transfers' && <WaitingNotice heardOnly={shown === 'queue'} />}
      {/* The desk stays while its user looks at the queue: a held call keeps its hold and its text. */}
      {works && (
        <div hidden={shown !== 'desk'}>
          <Desk me={me.data} shown={shown === 'desk'} />
        </div>
      )}
      <Suspense fallback={loading}>
        {shown === 'queue' && <Queue me={me.data} />}
        {shown === 'transfers' && <Transfers me={me.data} />}
        {shown === 'reactions' && <Reactions me={me.data} />}
        {shown === 'debriefs' && <Debriefs me={me.data} />}
        {shown === 'customers' && <Customers me={me.data} />}
        {shown === 'duplicates' && <Duplicates />}
        {shown === 'segments' && <Segments />}
        {shown === 'care' && <Care />}
        {shown === 'privacy' && <Privacy />}
        {shown === 'programmes' && <Programmes me={me.data} />}
        {shown === 'staffing' && <Staffing />}
        {shown === 'team' && <Team me={me.data} />}
        {shown === 'messages' && <Messages />}
      </Suspense>
      {/* The counter stays as well: it goes on sending while its user looks elsewhere. */}
      {sells && (
        <Suspense fallback={shown === 'counter' || shown === 'day' ? loading : null}>
          <Counter me={me.data} store={store} shown={shown === 'counter' || shown === 'day' ? shown : 'none'} />
        </Suspense>
      )}
      {shown === 'none' && (
        <EmptyState titleText={t('session.noRoleTitle')} headingLevel="h1" icon={UserIcon}>
          <EmptyStateBody>{t('session.noRoleText')}</EmptyStateBody>
        </EmptyState>
      )}
    </Shell>
  );
}
