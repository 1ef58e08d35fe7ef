import { composition } from "@remit/gateway";
import { createGateway } from "@remit/graphql";

/** What is served here: the modules and links of Remit. A directorate's own stand beside them, as the guide shows. */
export const gateway = createGateway(composition);
