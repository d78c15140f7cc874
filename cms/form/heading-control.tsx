/** Where a part of the form begins. Holds nothing, so it is never missing. */
import { Component, type ReactNode } from 'react';

export class HeadingControl extends Component {
  getValidateValue = (): string => 'a heading';

  override render(): ReactNode {
    return <hr aria-hidden="true" />;
  }
}
