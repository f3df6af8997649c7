/** From stored runs to documents: what a run says, the model of a document, and one template for each format. */
package org.orrery.report.document;
