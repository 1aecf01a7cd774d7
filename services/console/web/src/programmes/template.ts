/** What a programme that nobody has written yet starts from. */
export const template = JSON.stringify(
  {
    name: '',
    because: '',
    trigger: { all: [{ line: 'prescription' }] },
    steps: [
      {
        number: 1,
        after: { day: 3 },
        channel: 'call',
        skill: 'agent',
        priority: 4,
        hours: { opens: '09:00', dueUntil: '20:00', closes: '20:00' },
      },
    ],
    script: { title: '', lines: [''], 'red-flag': '' },
  },
  null,
  2,
);
