import { createRoot } from 'react-dom/client';
import { Clients } from './Clients.jsx';
import './main.css';

createRoot(document.getElementById('app')).render(<Clients />);
