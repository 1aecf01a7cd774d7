import { Button, EmptyState, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { Component, type ReactNode } from 'react';
import i18n from './i18n';

/** The last resort: whatever breaks, the agent sees a way on and keeps the call. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState titleText={i18n.t('app.crashed')} headingLevel="h1" status="danger">
        <EmptyStateBody>{i18n.t('app.crashedText')}</EmptyStateBody>
        <EmptyStateFooter>
          <Button onClick={() => location.reload()}>{i18n.t('app.reload')}</Button>
        </EmptyStateFooter>
      </EmptyState>
    );
  }
}
